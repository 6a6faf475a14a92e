internal import Foundation
public import Lessons

/// Whether a session's kept run can be used, and if not, why.
public struct Standing: Equatable, Sendable {
  /// The lesson's file, as the user named it.
  public var file: String
  /// The session's name; empty for cells that name none.
  public var session: String
  /// What makes it stale, in words; nothing where it is fresh.
  public var reasons: [String]
  /// The seconds that its last run took, if it is known.
  public var seconds: Double?
}

extension Laboratory {
  /// Where each session of lessons stands, running nothing.
  ///
  /// - Throws: What keeps the engine's sources from being known.
  public func standings(of lessons: [Lesson]) async throws(Fault) -> [Standing] {
    let archive = try await openArchive()
    let sessions = lessons.flatMap { lesson in
      lesson.sessions.map { Session($0, of: lesson) }
    }
    let looks = await Archive.looks(at: sessions, archive, width: 1, sharedTally)
    return await inParallel(looks, width: 16) { look in
      var standing = archive.standing(of: look.session, folder)
      standing.reasons += await archive.reasonsElsewhere(of: look)
      return standing
    }
  }
}

extension Archive {
  /// How the machine differs whose run of the same session is shared, where there is one.
  fileprivate func reasonsElsewhere(of look: Look) async -> [String] {
    guard look.kept == nil, let now = look.fingerprint, let there = await shared?.elsewhere(now)
    else { return [] }
    return Change(from: there, to: now, program: look.session.program).machineElsewhere.map {
      "the remote cache has it from another machine: \($0)"
    }
  }

  fileprivate func standing(of session: Session, _ folder: CacheFolder) -> Standing {
    let last = lastRuns[session.program]
    func standing(_ reasons: [String], _ seconds: Double?) -> Standing {
      Standing(
        file: session.program.file, session: session.program.session, reasons: reasons,
        seconds: seconds)
    }
    guard let now = session.fingerprint(in: surroundings) else {
      let missing = session.inputs.diagnostics.map(\.summary)
      return standing(missing.isEmpty ? ["a data file cannot be read"] : missing, last?.seconds)
    }
    if let kept = kept(session, now) { return standing([], kept.seconds) }
    guard let last else { return standing(["it has never run to its end"], nil) }
    guard let then = runs.head(last.key)?.fingerprint, then != now else {
      return standing(["its last run is not kept any more"], last.seconds)
    }
    let old = folder.sources(then.surroundings.engine).value(EngineSources.self)
    let change = Change(from: then, to: now, program: session.program)
    return standing(change.reasons(sources, old), last.seconds)
  }
}
