internal import Foundation
internal import Lessons

/// Which run each session had last: for the reasons why it is stale, and for how long it may take.
///
/// Two builds at once may each miss what the other notes here; then a reason is not as good as it
/// could be, and no result is wrong.
struct LastRuns: Codable {
  /// A session's last run.
  struct Run: Codable, Equatable {
    /// The key under which it is kept, if it still is.
    var key: String
    /// The seconds that it took.
    var seconds: Double
    /// The digest of the engine's sources then.
    var engine: String
  }

  private var runs: [String: Run]

  /// What a cache's folder knows.
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

  /// Notes runs beside those that are known; writes nothing where nothing is new.
  ///
  /// - Throws: What the disk says.
  static func note(_ fresh: [(program: Program, run: Run)], in folder: CacheFolder) throws(Fault) {
    var known = LastRuns(folder)
    var isNew = false
    for (program, run) in fresh where known[program] != run {
      known.runs[name(of: program.session, program.file)] = run
      isNew = true
    }
    guard isNew else { return }
    known.runs = known.runs.filter { name, _ in
      // A file's name may hold line ends, a session's cannot.
      let file = name.lastIndex(of: "\n").map { String(name[..<$0]) } ?? name
      return FileManager.default.fileExists(atPath: file)
    }
    try folder.lastRuns.keep(known)
  }
}
