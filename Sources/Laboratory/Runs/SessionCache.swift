internal import Foundation
internal import Lessons
internal import Sharing

/// The cached runs of sessions, for the current machine and engine.
struct SessionCache: Sendable {
  /// A cache hit, with places in the current lesson.
  struct Hit: Sendable {
    /// The results of the run.
    var results: RunResult
    /// The duration of the run in seconds.
    var seconds: Double
  }

  /// The part of the key that all sessions share.
  let toolchain: ToolchainKey
  /// The digests of the engine's sources.
  let sources: EngineSources
  private let folder: CacheFolder
  /// The cached runs.
  let runs: RunCache
  /// The last run of each session.
  let lastRuns: LastRuns
  /// The runs in the remote cache, if one is used.
  let remoteRuns: RemoteRuns?
  /// Whether the library that programs use was built from the engine's current sources.
  let isBuilt: Bool

  /// Opens the cache.
  init(_ buildEnvironment: BuildEnvironment, _ folder: CacheFolder, remote: RemoteCache? = nil) {
    self.folder = folder
    toolchain = buildEnvironment.toolchain
    sources = buildEnvironment.sources
    isBuilt = buildEnvironment.isBuilt
    remoteRuns = remote.map { RemoteRuns($0, folder) }
    runs = RunCache(folder)
    lastRuns = LastRuns(folder)
  }

  /// Returns the cached run of a session; nil for a miss.
  func hit(_ session: Session, _ fingerprint: Fingerprint) -> Hit? {
    let key = fingerprint.key
    guard let entry = runs.entry(key), var results = entry.results(of: session.program)
    else { return nil }
    results.runs = [session.program.session: key]
    return Hit(results: results, seconds: entry.head.seconds)
  }

  /// Returns the results of a session's last run, if they can be placed in the current lesson.
  func lastResult(of session: Session) -> RunResult? {
    lastRuns[session.program].flatMap { runs.entry($0.key)?.results(of: session.program) }
  }

  /// Returns a session's cached results, or runs it and caches the results; a lock per key ensures
  /// that concurrent builds run it once.
  ///
  /// - Throws: The error of `run`, or the interruption.
  func result(
    of session: Session, _ fingerprint: Fingerprint, counts: SharedRunCounts,
    run: () async throws(Fault) -> RunResult
  ) async throws(Fault) -> RunResult {
    try? FileManager.default.createDirectory(
      atPath: folder.locks, withIntermediateDirectories: true)
    let lock = try await KeyLock.acquire("\(folder.locks)/\(fingerprint.key)")
    if let hit = hit(session, fingerprint) {
      counts.reuse(hit)
      return hit.results
    }
    let start = SuspendingClock.now
    var results = try await run()
    let seconds = (SuspendingClock.now - start) / .seconds(1)
    counts.add { $0.ran += 1 }
    // If a data file changed while the session ran, it is unknown which content the session read.
    guard session.fingerprint(in: toolchain) == fingerprint,
      let entry = CacheEntry(results, of: session.program, fingerprint, seconds: seconds)
    else { return results }
    remoteRuns?.upload(entry)
    do {
      try runs.store(entry, sources)
      results.runs = [session.program.session: fingerprint.key]
      _ = consume lock
    } catch {
      counts.note(error)
    }
    return results
  }

  /// Records which runs a build used as the last ones and, if `trims` is set, evicts old runs.
  func close(_ used: [(program: Program, key: String)], trims: Bool, counts: SharedRunCounts) {
    let fresh = used.compactMap { program, key -> (program: Program, run: LastRuns.Run)? in
      if let last = lastRuns[program], last.key == key { return nil }
      guard let head = runs.head(key) else { return nil }
      return (program, LastRuns.Run(key: key, seconds: head.seconds, engine: toolchain.engine))
    }
    guard !fresh.isEmpty else { return }
    do {
      try LastRuns.update(fresh, in: folder)
    } catch {
      counts.note(error)
    }
    if trims { runs.trim(keeping: Set(used.map(\.key))) }
  }
}

extension SharedRunCounts {
  /// Counts a run that was taken from the cache.
  func reuse(_ hit: SessionCache.Hit) {
    add {
      $0.reused += 1
      $0.saved += hit.seconds
    }
  }
}
