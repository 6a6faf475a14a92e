internal import Foundation
internal import Hashing

/// The layout of the cache folder: the paths of everything that is cached.
public struct CacheFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// The folder of compiled system modules.
  package var modules: String

  /// Creates the layout of a folder, which need not exist.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - sharedModules: A folder in which several caches share compiled modules; nil for modules of
  ///     this cache alone. Modules contain the path of their folder, and the compiler rejects those of
  ///     a folder that was moved, so the folder is named after its location.
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

  /// The folder with a file for each cached run.
  var runs: String { path + "/runs" }
  /// The folder with a file for each state of the engine's sources with which a session was run.
  var sources: String { path + "/sources" }
  /// The folder with a lock file for each session that is being run.
  var locks: String { path + "/locks" }
  /// The folder with a file for the last build of each course and output folder.
  var builds: String { path + "/builds" }
  /// The folder with a file for each lesson: its last rendered page.
  var lessons: String { path + "/lessons" }
  /// The folder with a file for each course: its build history.
  var history: String { path + "/history" }

  /// The folder with a file for each remote cache: the keys that are known to be uploaded.
  var shared: String { path + "/shared" }

  /// The folder with the preview site of each course.
  var previews: String { path + "/previews" }

  /// The file of a run.
  ///
  /// Its kind is the version of the file format only, since the sources that produce the records
  /// are part of the key.
  func run(_ key: String) -> ChecksummedFile {
    ChecksummedFile(path: "\(runs)/\(key)", kind: "run-2")
  }

  /// The file of a lesson's last rendered page.
  func lesson(in file: String) -> ChecksummedFile {
    let name = SHA256.hex(of: resolved(file).utf8)
    return ChecksummedFile(path: "\(lessons)/\(name)", kind: "lesson-1")
  }

  /// The file of the digests of the engine's sources.
  func sources(_ digest: String) -> ChecksummedFile {
    ChecksummedFile(path: "\(sources)/\(digest)", kind: "sources-1-\(digest)")
  }

  /// The file of facts about this machine that are slow to determine.
  var facts: ChecksummedFile { ChecksummedFile(path: path + "/facts", kind: "facts-2") }

  /// The file of the symbols that cells can use.
  var handbook: ChecksummedFile { ChecksummedFile(path: path + "/handbook", kind: "handbook-2") }

  /// The file of the rendered handbook.
  var renderedHandbook: ChecksummedFile {
    ChecksummedFile(path: path + "/handbook-made", kind: "handbook-made-2")
  }

  /// The file of the last run of each session.
  var lastRuns: ChecksummedFile { ChecksummedFile(path: path + "/last", kind: "last-1") }

  /// The file of a course's build history.
  func history(ofCourse folder: String) -> ChecksummedFile {
    let name = SHA256.hex(of: resolved(folder).utf8).prefix(16)
    return history(named: String(name))
  }

  /// The build history of a name, which is part of the kind, so that a history cannot be mistaken
  /// for another course's.
  func history(named name: String) -> ChecksummedFile {
    ChecksummedFile(path: "\(history)/\(name)", kind: "history-1-\(name)")
  }

  /// The file of the last build of a course into an output folder.
  func lastBuild(ofCourse folder: String, to output: String) -> ChecksummedFile {
    let name = SHA256.hex(of: "\(resolved(folder))\n\(resolved(output))".utf8).prefix(16)
    return ChecksummedFile(path: "\(builds)/\(name)", kind: "build-1-\(name)")
  }

  /// The file of the keys that are known to be in a remote cache.
  func shared(at address: String) -> ChecksummedFile {
    let name = SHA256.hex(of: address.utf8).prefix(16)
    return ChecksummedFile(path: "\(shared)/\(name)", kind: "shared-1-\(name)")
  }

  /// The folder of a course's preview site.
  package func preview(ofCourse folder: String) -> String {
    "\(previews)/\(SHA256.hex(of: resolved(folder).utf8).prefix(16))"
  }
}

/// Returns an absolute path, with symbolic links resolved if the file exists.
func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return URL(filePath: path).standardized.path }
  defer { free(real) }
  return String(cString: real)
}
