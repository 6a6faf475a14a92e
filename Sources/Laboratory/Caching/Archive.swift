internal import Foundation
internal import Lessons
internal import Sharing

/// The kept runs, seen from the machine and the engine as they are now.
struct Archive: Sendable {
  /// A kept run, told of the lesson as it is now.
  struct Kept: Sendable {
    /// What it found.
    var findings: Findings
    /// The seconds that it took.
    var seconds: Double
  }

  /// What is the same for all sessions.
  let surroundings: Surroundings
  /// The engine's sources.
  let sources: EngineSources
  private let folder: CacheFolder
  /// The runs.
  let runs: RunCache
  /// What each session did last.
  let lastRuns: LastRuns
  /// The runs that machines share, if they share any.
  let shared: SharedRuns?
  /// Whether the library with which programs run is made of the engine's sources.
  let isBuilt: Bool

  /// Opens a folder of runs.
  init(_ premises: Premises, _ folder: CacheFolder, _ remote: RemoteCache? = nil) {
    self.folder = folder
    (surroundings, sources) = (premises.surroundings, premises.sources)
    isBuilt = premises.isBuilt
    shared = remote.map { SharedRuns($0, folder) }
    runs = RunCache(folder)
    lastRuns = LastRuns(folder)
  }

  /// The run that is kept of a session.
  func kept(_ session: Session, _ fingerprint: Fingerprint) -> Kept? {
    let key = fingerprint.key
    guard let entry = runs.entry(key), var findings = entry.findings(of: session.program)
    else { return nil }
    findings.runs = [session.program.session: key]
    return Kept(findings: findings, seconds: entry.head.seconds)
  }

  /// What a session's last run found, as far as it can be told of the lesson as it is now.
  func last(of session: Session) -> Findings? {
    lastRuns[session.program].flatMap { runs.entry($0.key)?.findings(of: session.program) }
  }

  /// Finds a session's kept run, or runs it and keeps what came of it, once for all builds that
  /// meet here.
  ///
  /// - Throws: What kept it from running.
  func findings(
    of session: Session, _ fingerprint: Fingerprint, _ tally: SharedTally,
    run: () async throws(Fault) -> Findings
  ) async throws(Fault) -> Findings {
    try? FileManager.default.createDirectory(
      atPath: folder.locks, withIntermediateDirectories: true)
    let lock = try await KeyLock.hold("\(folder.locks)/\(fingerprint.key)")
    if let kept = kept(session, fingerprint) {
      tally.reuse(kept)
      return kept.findings
    }
    let start = SuspendingClock.now
    var findings = try await run()
    let seconds = (SuspendingClock.now - start) / .seconds(1)
    tally.add { $0.ran += 1 }
    // A data file may have changed while the session ran; nobody knows which content it saw.
    guard session.fingerprint(in: surroundings) == fingerprint,
      let entry = CacheEntry(findings, of: session.program, fingerprint, seconds: seconds)
    else { return findings }
    shared?.share(entry)
    do {
      try runs.keep(entry, sources)
      findings.runs = [session.program.session: fingerprint.key]
      _ = consume lock
    } catch {
      tally.note(error)
    }
    return findings
  }

  /// Notes which runs a build used and, if it `trims`, bounds the folder.
  func close(_ used: [(program: Program, key: String)], trims: Bool, _ tally: SharedTally) {
    let fresh = used.compactMap { program, key -> (program: Program, run: LastRuns.Run)? in
      if let last = lastRuns[program], last.key == key { return nil }
      guard let head = runs.head(key) else { return nil }
      return (program, LastRuns.Run(key: key, seconds: head.seconds, engine: surroundings.engine))
    }
    guard !fresh.isEmpty else { return }
    do {
      try LastRuns.note(fresh, in: folder)
    } catch {
      tally.note(error)
    }
    if trims { runs.trim(keeping: Set(used.map(\.key))) }
  }
}

extension SharedTally {
  /// Counts a run that need not be made.
  func reuse(_ kept: Archive.Kept) {
    add {
      $0.reused += 1
      $0.saved += kept.seconds
    }
  }
}
