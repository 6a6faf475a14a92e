internal import Foundation
public import Lessons

/// Whether a session is up to date, and why it is not.
public struct Freshness: Equatable, Sendable {
  /// The lesson's file, as the user named it.
  public var file: String
  /// The session's name; empty for cells that name none.
  public var session: String
  /// The reasons why the session is stale; empty if it is up to date.
  public var reasons: [String]
  /// The duration of its last run in seconds, if known.
  public var seconds: Double?
}

extension Laboratory {
  /// Determines for each session of the lessons whether it is up to date, without running anything.
  ///
  /// - Throws: A `Fault` if the engine's sources cannot be read.
  public func freshness(of lessons: [Lesson]) async throws(Fault) -> [Freshness] {
    let sessionCache = try await openSessionCache()
    let sessions = lessons.flatMap { lesson in
      lesson.sessions.map { Session($0, of: lesson) }
    }
    let lookups = await SessionCache.lookUp(
      sessions, sessionCache, width: 1, counts: sharedRunCounts)
    return await concurrentMap(lookups, width: 16) { lookup in
      var freshness = sessionCache.freshness(of: lookup.session, folder)
      freshness.reasons += await sessionCache.reasonsElsewhere(of: lookup)
      return freshness
    }
  }
}

extension SessionCache {
  /// The differences from the machine whose run of the same session is in the remote cache, if any.
  fileprivate func reasonsElsewhere(of lookup: CacheLookup) async -> [String] {
    guard lookup.hit == nil, let now = lookup.fingerprint,
      let there = await remoteRuns?.fingerprintElsewhere(now)
    else { return [] }
    return FingerprintChange(from: there, to: now, program: lookup.session.program).machineElsewhere
      .map {
        "the remote cache has a run from another machine: \($0)"
      }
  }

  /// Determines whether a session is up to date with the local cache.
  fileprivate func freshness(of session: Session, _ folder: CacheFolder) -> Freshness {
    let last = lastRuns[session.program]
    func freshness(_ reasons: [String], _ seconds: Double?) -> Freshness {
      Freshness(
        file: session.program.file, session: session.program.session, reasons: reasons,
        seconds: seconds)
    }
    guard let now = session.fingerprint(in: toolchain) else {
      let missing = session.inputs.diagnostics.map(\.summary)
      return freshness(missing.isEmpty ? ["a data file cannot be read"] : missing, last?.seconds)
    }
    if let hit = hit(session, now) { return freshness([], hit.seconds) }
    guard let last else { return freshness(["has never completed"], nil) }
    guard let then = runs.head(last.key)?.fingerprint, then != now else {
      return freshness(["its last run is no longer cached"], last.seconds)
    }
    let old = folder.sources(then.toolchain.engine).value(EngineSources.self)
    let change = FingerprintChange(from: then, to: now, program: session.program)
    return freshness(change.reasons(sources, old), last.seconds)
  }
}
