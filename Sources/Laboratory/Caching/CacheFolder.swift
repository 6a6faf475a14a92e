internal import Foundation
internal import Hashing

/// Where what may be used again is kept, and under which names.
public struct CacheFolder: Sendable {
  /// The folder.
  let path: String

  /// The folder of the system's compiled modules.
  package var modules: String

  /// A folder, which need not exist yet.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - sharedModules: A folder in which several caches share compiled modules; without one, each
  ///     cache has its own. Every module holds the path of its cache, and the compiler rejects a module
  ///     whose cache was moved, so the folder is named after its path.
  public init(_ path: String, sharedModules: String? = Self.sharedModules) {
    self.path = path
    modules =
      sharedModules.map { "\($0)/gradus" }
      ?? "\(path)/modules/\(SHA256.hex(of: resolved(path).utf8).prefix(8))"
  }

  /// The folder that the environment names, by the variable that Clang uses for it.
  public static var sharedModules: String? {
    let folder = ProcessInfo.processInfo.environment["CLANG_MODULE_CACHE_PATH"]
    return folder.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// One file for each run that is kept.
  var runs: String { path + "/runs" }
  /// One file for each state of the engine's sources with which something was run.
  var sources: String { path + "/sources" }
  /// One file for each session that is being run.
  var locks: String { path + "/locks" }
  /// One file for each course and folder of a site: the last build.
  var builds: String { path + "/builds" }
  /// One file for each lesson: what the last build made of it.
  var lessons: String { path + "/lessons" }
  /// One file for each course: what its last builds were made of.
  var history: String { path + "/history" }

  /// One file for each remote cache: the runs that it is known to have.
  var shared: String { path + "/shared" }

  /// One folder for each course: its site as the author sees it while writing.
  var previews: String { path + "/previews" }

  /// A run; the laboratory that made records of it is in its key, so its kind names the file's form
  /// alone.
  func run(_ key: String) -> SealedFile { SealedFile(path: "\(runs)/\(key)", kind: "run-1") }

  /// What the last build made of a lesson.
  func lesson(in file: String) -> SealedFile {
    let name = SHA256.hex(of: resolved(file).utf8)
    return SealedFile(path: "\(lessons)/\(name)", kind: "lesson-1")
  }

  /// The engine's sources.
  func sources(_ digest: String) -> SealedFile {
    SealedFile(path: "\(sources)/\(digest)", kind: "sources-1-\(digest)")
  }

  /// What was found out about this machine.
  var facts: SealedFile { SealedFile(path: path + "/facts", kind: "facts-1") }

  /// What a cell can use.
  var handbook: SealedFile { SealedFile(path: path + "/handbook", kind: "handbook-1") }

  /// What was made of that.
  var handbookMade: SealedFile {
    SealedFile(path: path + "/handbook-made", kind: "handbook-made-1")
  }

  /// Which run each session had last.
  var lastRuns: SealedFile { SealedFile(path: path + "/last", kind: "last-1") }

  /// What the last builds of a course were made of.
  func history(ofCourse folder: String) -> SealedFile {
    let name = SHA256.hex(of: resolved(folder).utf8).prefix(16)
    return history(named: String(name))
  }

  /// The history of a name, which is in its kind too, so that no course takes another's for its own.
  func history(named name: String) -> SealedFile {
    SealedFile(path: "\(history)/\(name)", kind: "history-1-\(name)")
  }

  /// What the last build of a course into a folder was made of, and made.
  func lastBuild(ofCourse folder: String, to output: String) -> SealedFile {
    let name = SHA256.hex(of: "\(resolved(folder))\n\(resolved(output))".utf8).prefix(16)
    return SealedFile(path: "\(builds)/\(name)", kind: "build-1-\(name)")
  }

  /// The runs that a remote cache is known to have.
  func shared(at address: String) -> SealedFile {
    let name = SHA256.hex(of: address.utf8).prefix(16)
    return SealedFile(path: "\(shared)/\(name)", kind: "shared-1-\(name)")
  }

  /// The site of a course as its author sees it while writing.
  package func preview(ofCourse folder: String) -> String {
    "\(previews)/\(SHA256.hex(of: resolved(folder).utf8).prefix(16))"
  }
}

/// A path from the root, symbolic links followed where the file is there.
func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return URL(filePath: path).standardized.path }
  defer { free(real) }
  return String(cString: real)
}
