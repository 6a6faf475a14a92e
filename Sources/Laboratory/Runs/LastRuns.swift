internal import Foundation
internal import Lessons

/// The last run of each session, for explaining why it is stale and for estimating its duration.
///
/// Concurrent builds can miss each other's changes; then an explanation is less precise, and no
/// result is wrong.
struct LastRuns: Codable {
  /// A session's last run.
  struct Run: Codable, Equatable {
    /// The key of the run, which may have been evicted.
    var key: String
    /// The duration of the run in seconds.
    var seconds: Double
    /// The digest of the engine's sources at the time of the run.
    var engine: String
  }

  private var runs: [String: Run]

  /// Reads the last runs from a cache folder.
  init(_ folder: CacheFolder) {
    self = folder.lastRuns.value(LastRuns.self) ?? LastRuns(runs: [:])
  }

  private init(runs: [String: Run]) { self.runs = runs }

  /// The last run of a program's session.
  subscript(program: Program) -> Run? { self[program.session, of: program.file] }

  /// The last run of a session of the lesson in a file.
  subscript(session: String, of file: String) -> Run? { runs[LastRuns.name(of: session, file)] }

  private static func name(of session: String, _ file: String) -> String {
    "\(resolved(file))\n\(session)"
  }

  /// Updates the last runs of some sessions; writes nothing if nothing changes.
  ///
  /// - Throws: A `Fault` if the file cannot be written.
  static func update(_ fresh: [(program: Program, run: Run)], in folder: CacheFolder) throws(Fault)
  {
    var known = LastRuns(folder)
    var isNew = false
    for (program, run) in fresh where known[program] != run {
      known.runs[name(of: program.session, program.file)] = run
      isNew = true
    }
    guard isNew else { return }
    known.runs = known.runs.filter { name, _ in
      // A file's name can contain line ends, a session's cannot.
      let file = name.lastIndex(of: "\n").map { String(name[..<$0]) } ?? name
      return FileManager.default.fileExists(atPath: file)
    }
    try folder.lastRuns.store(known)
  }
}
