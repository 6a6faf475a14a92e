internal import Foundation
public import Lessons
internal import Records
public import Sharing

/// Runs the cells of lessons: each session is a program of its own, and several run concurrently.
public struct Laboratory: Sendable {
  let installation: Installation
  let folder: CacheFolder
  let compiler: Compiler
  private let jobs: Int
  let scratch: String
  /// Whether runs are cached and reused.
  private let usesRunCache: Bool
  let sharedRunCounts = SharedRunCounts()
  /// How sessions are run, apart from the settings of lessons.
  package var options = ExecutionOptions()
  /// The remote cache, if one is used.
  let remote: RemoteCache?
  /// The cache of sessions, if it was opened when this laboratory was created.
  private var openedCache: SessionCache?

  /// Creates a laboratory.
  ///
  /// - Parameters:
  ///   - installation: The compiler and library for programs.
  ///   - cache: The cache folder.
  ///   - usesRunCache: Whether runs are cached there and reused; otherwise every session runs.
  ///   - jobs: The maximum number of concurrent sessions; by default, one for each core.
  ///   - remote: The remote cache, if one is used.
  ///   - scratch: The folder in which scratch folders are created.
  public init(
    _ installation: Installation, cache: CacheFolder, usesRunCache: Bool = true,
    jobs: Int? = nil, remote: RemoteCache? = nil, scratch: String? = nil
  ) {
    self.remote = remote
    self.installation = installation
    folder = cache
    self.usesRunCache = usesRunCache
    compiler = Compiler(installation: installation, modules: ModuleCache(cache.modules))
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.scratch = scratch ?? NSTemporaryDirectory()
  }

  /// Creates a laboratory that opens the cache once, for one state of machine and engine.
  ///
  /// - Parameters:
  ///   - buildEnvironment: The machine and the engine at the start of the build.
  ///   - cache: The cache folder.
  ///   - usesRunCache: Whether runs are cached there and reused; otherwise every session runs.
  ///   - jobs: The maximum number of concurrent sessions; by default, one for each core.
  ///   - remote: The remote cache, if one is used.
  public init(
    _ buildEnvironment: BuildEnvironment, cache: CacheFolder, usesRunCache: Bool = true,
    jobs: Int? = nil,
    remote: RemoteCache? = nil
  ) {
    self.init(
      buildEnvironment.installation, cache: cache, usesRunCache: usesRunCache, jobs: jobs,
      remote: remote)
    openedCache = SessionCache(buildEnvironment, cache, remote: remote)
  }

  /// How many sessions have run or been reused so far.
  public var runCounts: RunCounts { sharedRunCounts.value }

  /// Runs all sessions of the lessons, or takes their results from the cache.
  ///
  /// - Parameters:
  ///   - lessons: The lessons to run.
  ///   - watcher: Receives events, from any thread.
  /// - Returns: The results of the lessons, in their order. They depend neither on the number of
  ///   jobs nor on the cache. A session that fails does not stop others.
  public func run(
    _ lessons: [Lesson], watcher: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async -> [RunResult] {
    await run(lessons, sessions: lessons.map(\.sessions), watcher: watcher)
  }

  /// Runs some sessions of each lesson, or takes their results from the cache.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - names: The names of the sessions to run, for each lesson.
  ///   - trims: Whether to evict the least recently used runs if the cache is too large; a shard
  ///     must not, since it does not know which runs other shards need.
  ///   - watcher: Receives events, from any thread.
  /// - Returns: The results of the lessons, in their order.
  func run(
    _ lessons: [Lesson], sessions names: [[String]], trims: Bool = true,
    watcher: @escaping @Sendable (RunEvent) -> Void
  ) async -> [RunResult] {
    ScratchFolder.removeAbandoned(in: scratch)
    let sessions = zip(lessons, names).flatMap { lesson, names in
      names.map { Session($0, of: lesson) }
    }
    let sessionCache = await sessionCache()
    var results = await results(of: sessions, sessionCache, trims: trims, watcher: watcher)[...]
    let own = zip(lessons, names).map { lesson, names in
      defer { results = results.dropFirst(names.count) }
      return (lesson, Array(results.prefix(names.count)))
    }
    return await concurrentMap(own, width: jobs) { RunResult(of: $0, sessions: $1) }
  }

  /// Runs the lessons whose names are chosen, or all if `chosen` is nil.
  ///
  /// The others get their cached results, see ``cachedResults(of:)``.
  public func run(
    _ lessons: [Lesson], only chosen: Set<String>?,
    watcher: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async -> [RunResult] {
    guard let chosen else { return await run(lessons, watcher: watcher) }
    var own = await run(lessons.filter { chosen.contains($0.name) }, watcher: watcher)[...]
    var others = await cachedResults(of: lessons.filter { !chosen.contains($0.name) })[...]
    return lessons.map { lesson in
      (chosen.contains(lesson.name) ? own.popFirst() : others.popFirst()) ?? RunResult()
    }
  }

  /// Returns the cached results of lessons without running anything: of stale sessions, those of
  /// their last run.
  public func cachedResults(of lessons: [Lesson]) async -> [RunResult] {
    let sessionCache = await sessionCache()
    return lessons.map { lesson in
      let sessions = lesson.sessions.map { CacheLookup(Session($0, of: lesson), sessionCache) }
      return RunResult(
        of: lesson,
        sessions: sessions.map { lookup in
          lookup.hit?.results ?? sessionCache?.lastResult(of: lookup.session) ?? RunResult()
        })
    }
  }

  /// The cache of sessions; nil if every session has to run.
  func sessionCache() async -> SessionCache? {
    guard usesRunCache else { return nil }
    do throws(Fault) {
      let sessionCache = try await openSessionCache()
      guard sessionCache.isBuilt else { throw .outdated }
      return sessionCache
    } catch {
      sharedRunCounts.note(error)
      return nil
    }
  }

  /// Opens the cache of sessions, whether or not the engine's build is up to date.
  ///
  /// - Throws: A `Fault` if the engine's sources cannot be read, which are part of the keys.
  func openSessionCache() async throws(Fault) -> SessionCache {
    if let openedCache { return openedCache }
    return SessionCache(
      try await BuildEnvironment(of: installation, in: folder), folder, remote: remote)
  }

  /// Returns the results of sessions, in their order.
  private func results(
    of sessions: [Session], _ sessionCache: SessionCache?, trims: Bool,
    watcher: @escaping @Sendable (RunEvent) -> Void
  ) async -> [RunResult] {
    let lookups = await SessionCache.lookUp(
      sessions, sessionCache, width: jobs, counts: sharedRunCounts)
    var results = lookups.map { $0.hit?.results }
    for hit in lookups.compactMap(\.hit) { sharedRunCounts.reuse(hit) }
    sessionCache?.remoteRuns?.uploadMissing(
      Set(lookups.filter { $0.hit != nil }.compactMap(\.fingerprint?.key)))
    let stale = lookups.indices.filter { results[$0] == nil }
    let order = RunPriority.order(stale.map { lookups[$0].priority(sessionCache) }).map {
      stale[$0]
    }
    let fresh = await concurrentMap(order.map { lookups[$0] }, width: jobs) {
      await self.run($0, sessionCache, watcher: watcher)
    }
    for (position, result) in zip(order, fresh) { results[position] = result }
    let complete = results.map { $0 ?? RunResult() }
    await sessionCache?.remoteRuns?.finish()
    sessionCache?.close(
      zip(sessions, complete).compactMap { session, result in
        result.runs[session.program.session].map { (session.program, $0) }
      }, trims: trims, counts: sharedRunCounts)
    return complete
  }

  private func run(
    _ lookup: CacheLookup, _ sessionCache: SessionCache?,
    watcher: @escaping @Sendable (RunEvent) -> Void
  ) async -> RunResult {
    let subject = lookup.session.subject
    watcher(.started(subject, expected: sessionCache?.lastRuns[lookup.session.program]?.seconds))
    let result = await run(lookup, sessionCache, options: options.reporting(to: watcher))
    // An interrupted session has neither succeeded nor failed.
    if !Task.isCancelled {
      watcher(.finished(subject, succeeded: result.isComplete && !result.diagnostics.hasErrors))
    }
    return result
  }

  private func run(_ lookup: CacheLookup, _ sessionCache: SessionCache?, options: ExecutionOptions)
    async -> RunResult
  {
    do throws(Fault) {
      guard let sessionCache, let fingerprint = lookup.fingerprint else {
        sharedRunCounts.add { $0.ran += 1 }
        return try await lookup.session.run(compiler, options: options, in: scratch)
      }
      return try await sessionCache.result(of: lookup.session, fingerprint, counts: sharedRunCounts)
      {
        () async throws(Fault) in
        try await lookup.session.run(compiler, options: options, in: scratch)
      }
    } catch {
      return RunResult(faults: [error])
    }
  }
}

extension RunResult {
  /// Merges the results of a lesson's sessions, in the order of its cells and lines.
  fileprivate init(of lesson: Lesson, sessions: [RunResult]) {
    let placed = sessions.flatMap { $0.records.placed(in: lesson) }.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    records = placed.map(\.element.record).renumbered()
    faults = sessions.flatMap(\.faults)
    isComplete = sessions.allSatisfy(\.isComplete)
    diagnostics =
      (sessions.flatMap(\.diagnostics) + lesson.literalClaims + lesson.usesBeforeDeclaration
      // After a failure, the hint is part of the error's help.
      + (isComplete ? lesson.undeclaredInputs : [])).sorted(by: [lesson.file])
    runs = sessions.reduce(into: [:]) { runs, session in runs.merge(session.runs) { $1 } }
  }
}

extension [Record] {
  /// Returns each record with the position, among the lesson's steps, of the step that made it.
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

  /// Returns the records with consecutive numbers of figures and tables: every program begins with
  /// 1.
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
