internal import Foundation
public import Lessons
internal import Records
public import Sharing

/// Runs the cells of lessons: each session is a program of its own, and several run at a time.
public struct Laboratory: Sendable {
  let installation: Installation
  let folder: CacheFolder
  let compiler: Compiler
  private let jobs: Int
  let scratch: String
  /// Whether runs are kept and used again.
  private let keepsRuns: Bool
  let sharedTally = SharedTally()
  /// How sessions are run, beside what lessons say.
  package var conditions = Conditions()
  /// Where machines share their runs, if they do.
  let remote: RemoteCache?
  /// The kept runs, where they have been opened for all that this laboratory does.
  private var opened: Archive?

  /// A laboratory.
  ///
  /// - Parameters:
  ///   - installation: What programs are compiled with.
  ///   - cache: The folder for what may be kept from one build to the next.
  ///   - keepsRuns: Whether runs are kept there and used again, or every session runs.
  ///   - jobs: How many programs are compiled or run at a time; without it, one a core.
  ///   - remote: Where runs are shared with other machines, if they are.
  ///   - scratch: The folder in which each program gets one of its own, for as long as it runs.
  public init(
    _ installation: Installation, cache: CacheFolder, keepsRuns: Bool = true,
    jobs: Int? = nil, remote: RemoteCache? = nil, scratch: String? = nil
  ) {
    self.remote = remote
    self.installation = installation
    folder = cache
    self.keepsRuns = keepsRuns
    compiler = Compiler(installation: installation, modules: ModuleCache(cache.modules))
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.scratch = scratch ?? NSTemporaryDirectory()
  }

  /// A laboratory that opens the kept runs once, and goes by one state of machine and engine in all
  /// that it does.
  ///
  /// - Parameters:
  ///   - premises: The machine and the engine.
  ///   - cache: The folder for what may be kept from one build to the next.
  ///   - keepsRuns: Whether runs are kept there and used again, or every session runs.
  ///   - jobs: How many programs are compiled or run at a time; without it, one a core.
  ///   - remote: Where runs are shared with other machines, if they are.
  public init(
    _ premises: Premises, cache: CacheFolder, keepsRuns: Bool = true, jobs: Int? = nil,
    remote: RemoteCache? = nil
  ) {
    self.init(
      premises.installation, cache: cache, keepsRuns: keepsRuns, jobs: jobs, remote: remote)
    opened = Archive(premises, cache, remote)
  }

  /// How much was run so far, and how much was not.
  public var tally: Tally { sharedTally.value }

  /// Finds what all cells of the lessons give: by running them, or from runs that are kept.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - watcher: Who is told what happens, from any thread.
  /// - Returns: What was found, lesson by lesson in their order; how many jobs ran at a time, and
  ///   what was kept, makes no difference. A session that fails stops no other.
  public func run(
    _ lessons: [Lesson], watcher: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> [Findings] {
    await run(lessons, sessions: lessons.map(\.sessions), watcher)
  }

  /// Finds what some sessions of each lesson give.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - names: The names of each one's sessions that are wanted.
  ///   - trims: Whether runs that were used long ago may be thrown out where there are too many; who
  ///     sees a part of the course does not know which are.
  ///   - watcher: Who is told what happens, from any thread.
  /// - Returns: What was found, lesson by lesson in their order.
  func run(
    _ lessons: [Lesson], sessions names: [[String]], trims: Bool = true,
    _ watcher: @escaping @Sendable (Event) -> Void
  ) async -> [Findings] {
    Scratch.removeAbandoned(in: scratch)
    let sessions = zip(lessons, names).flatMap { lesson, names in
      names.map { Session($0, of: lesson) }
    }
    let archive = await archive()
    var findings = await found(sessions, archive, trims: trims, watcher)[...]
    let own = zip(lessons, names).map { lesson, names in
      defer { findings = findings.dropFirst(names.count) }
      return (lesson, Array(findings.prefix(names.count)))
    }
    return await inParallel(own, width: jobs) { Findings(of: $0, sessions: $1) }
  }

  /// Finds what lessons give, running those only whose names are chosen; nil chooses all.
  ///
  /// Of the others only what is known is used, see ``recall(_:)``.
  public func run(
    _ lessons: [Lesson], only chosen: Set<String>?,
    watcher: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> [Findings] {
    guard let chosen else { return await run(lessons, watcher: watcher) }
    var own = await run(lessons.filter { chosen.contains($0.name) }, watcher: watcher)[...]
    var others = await recall(lessons.filter { !chosen.contains($0.name) })[...]
    return lessons.map { lesson in
      (chosen.contains(lesson.name) ? own.popFirst() : others.popFirst()) ?? Findings()
    }
  }

  /// What is known of lessons without running anything: what was kept of their sessions, or of
  /// the last run of each where that is stale.
  public func recall(_ lessons: [Lesson]) async -> [Findings] {
    let archive = await archive()
    return lessons.map { lesson in
      let sessions = lesson.sessions.map { Look(Session($0, of: lesson), archive) }
      return Findings(
        of: lesson,
        sessions: sessions.map { look in
          look.kept?.findings ?? archive?.last(of: look.session) ?? Findings()
        })
    }
  }

  /// The kept runs; without them, every session runs.
  func archive() async -> Archive? {
    guard keepsRuns else { return nil }
    do throws(Fault) {
      let archive = try await openArchive()
      guard archive.isBuilt else { throw .outdated }
      return archive
    } catch {
      sharedTally.note(error)
      return nil
    }
  }

  /// The kept runs, whether the engine is built or not.
  ///
  /// - Throws: What keeps the engine's sources from being known; without them no run can be told
  ///   fresh.
  func openArchive() async throws(Fault) -> Archive {
    if let opened { return opened }
    return Archive(try await Premises(of: installation, in: folder), folder, remote)
  }

  /// The findings of sessions, in their order.
  private func found(
    _ sessions: [Session], _ archive: Archive?, trims: Bool,
    _ watcher: @escaping @Sendable (Event) -> Void
  ) async -> [Findings] {
    let looks = await Archive.looks(at: sessions, archive, width: jobs, sharedTally)
    var findings = looks.map { $0.kept?.findings }
    for kept in looks.compactMap(\.kept) { sharedTally.reuse(kept) }
    archive?.shared?.offer(Set(looks.filter { $0.kept != nil }.compactMap(\.fingerprint?.key)))
    let stale = looks.indices.filter { findings[$0] == nil }
    let order = Urgency.order(stale.map { looks[$0].urgency(archive) }).map { stale[$0] }
    let fresh = await inParallel(order.map { looks[$0] }, width: jobs) {
      await self.findings(of: $0, archive, watcher)
    }
    for (position, found) in zip(order, fresh) { findings[position] = found }
    let complete = findings.map { $0 ?? Findings() }
    await archive?.shared?.finish()
    archive?.close(
      zip(sessions, complete).compactMap { session, found in
        found.runs[session.program.session].map { (session.program, $0) }
      }, trims: trims, sharedTally)
    return complete
  }

  private func findings(
    of look: Look, _ archive: Archive?, _ watcher: @escaping @Sendable (Event) -> Void
  ) async -> Findings {
    let subject = look.session.subject
    watcher(.began(subject, expected: archive?.lastRuns[look.session.program]?.seconds))
    let findings = await self.findings(of: look, archive, conditions.watched(by: watcher))
    // What is interrupted has neither succeeded nor failed.
    if !Task.isCancelled {
      watcher(.ended(subject, succeeded: findings.isComplete && !findings.diagnostics.hasErrors))
    }
    return findings
  }

  private func findings(of look: Look, _ archive: Archive?, _ conditions: Conditions) async
    -> Findings
  {
    do throws(Fault) {
      guard let archive, let fingerprint = look.fingerprint else {
        sharedTally.add { $0.ran += 1 }
        return try await look.session.run(compiler, under: conditions, in: scratch)
      }
      return try await archive.findings(of: look.session, fingerprint, sharedTally) {
        () async throws(Fault) in
        try await look.session.run(compiler, under: conditions, in: scratch)
      }
    } catch {
      return Findings(faults: [error])
    }
  }
}

extension Findings {
  /// The findings of a lesson's sessions, in the order of its cells and lines.
  fileprivate init(of lesson: Lesson, sessions: [Findings]) {
    let placed = sessions.flatMap { $0.records.placed(in: lesson) }.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    records = placed.map(\.element.record).renumbered()
    faults = sessions.flatMap(\.faults)
    isComplete = sessions.allSatisfy(\.isComplete)
    diagnostics =
      (sessions.flatMap(\.diagnostics) + lesson.literalClaims + lesson.earlyReadings
      // Where a session failed, that is told with its error.
      + (isComplete ? lesson.undeclaredInputs : [])).sorted(by: [lesson.file])
    runs = sessions.reduce(into: [:]) { runs, session in runs.merge(session.runs) { $1 } }
  }
}

extension [Record] {
  /// Each record with the position of the step, among all of the lesson's, that made it.
  fileprivate func placed(in lesson: Lesson) -> [(position: Int, record: Record)] {
    var position = 0
    return map { record in
      switch record {
      case .end: return (lesson.steps.count, record)
      case .failure(let failure): return (lesson.position(ofCell: failure.cell), record)
      default:
        position = lesson.steps.firstIndex(where: { record.marks($0) }) ?? position
        return (position, record)
      }
    }
  }

  /// The same with figures and tables numbered through, since every program begins with its own
  /// first.
  fileprivate func renumbered() -> [Record] {
    var count = 0
    return map { record in
      guard record.id != nil else { return record }
      count += 1
      return record.with(id: count)
    }
  }
}

extension Lesson {
  fileprivate func position(ofCell index: Int) -> Int {
    steps.firstIndex { step in
      if case .cell(let cell) = step { cell.index == index } else { false }
    } ?? steps.count
  }
}
