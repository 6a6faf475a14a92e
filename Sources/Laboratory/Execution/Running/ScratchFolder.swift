internal import Foundation
internal import Glibc
internal import SystemPackage

/// A temporary folder in which one session is compiled and run.
struct ScratchFolder {
  /// The prefix of the folders' names.
  static let prefix = "gradus-session-"

  /// The absolute path of the folder.
  let folder: String
  /// The lock that shows other builds that the folder is in use.
  private let lock: DirectoryLock?

  /// The file of the program's source.
  var source: String { "\(folder)/\(Program.mainFile)" }
  /// The file of the executable.
  var executable: String { folder + "/lesson" }
  /// The folder of a module cache for this program alone.
  var modules: String { folder + "/modules" }
  /// The file of the compiler's output.
  var compilerOutput: String { folder + "/compiler" }
  /// The file of the program's records.
  var records: String { folder + "/records" }
  /// The file of standard output.
  var output: String { folder + "/output" }
  /// The file of standard error.
  var errors: String { folder + "/errors" }
  /// The file of the supervisor's report.
  var report: String { folder + "/report" }
  /// The program's working directory, home and `TMPDIR`, initially empty.
  var home: String { folder + "/home" }

  /// Calls `work` with a new folder inside `parent`, and removes the folder afterwards in any case.
  static func with<Result>(
    in parent: String, _ work: (ScratchFolder) async throws(Fault) -> Result
  ) async throws(Fault) -> Result {
    let scratch = try ScratchFolder(in: parent)
    defer {
      try? FileManager.default.removeItem(atPath: scratch.folder)
      scratch.lock?.unlock()
    }
    let result = try await work(scratch)
    try scratch.requireDiskSpace()
    return result
  }

  private init(in parent: String) throws(Fault) {
    (folder, lock) = try ScratchFolder.make(in: parent)
    guard mkdir(home, 0o700) == 0 else { throw .unwritable(home, String(cString: strerror(errno))) }
    try write("", to: records)
  }

  /// Creates a folder and takes its lock.
  ///
  /// Another build can remove a new folder as abandoned before it is locked; then another one is
  /// created. On a file system without locks, no folder is ever removed as abandoned.
  private static func make(in parent: String) throws(Fault) -> (String, DirectoryLock?) {
    var folder = ""
    // Absolute, since programs run in another folder.
    let root = parent.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath + "/"
    for _ in 0..<10 {
      var template = Array(
        "\(root)\(parent.hasSuffix("/") ? parent : parent + "/")\(prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        throw .unwritable(parent, String(cString: strerror(errno)))
      }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let lock = DirectoryLock(folder, waiting: true) { return (folder, lock) }
      if FileManager.default.fileExists(atPath: folder) { break }
    }
    return (folder, nil)
  }

  /// Writes a text to a file of this folder.
  func write(_ text: String, to path: String) throws(Fault) {
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw .unwritable(path, "\(error)")
    }
  }

  /// Throws if the disk is full, since files of this folder may then be truncated.
  private func requireDiskSpace() throws(Fault) {
    try write(String(repeating: " ", count: 1 << 16), to: folder + "/room")
  }

  /// Returns the first `limit` bytes of a file of this folder; empty if it does not exist.
  func read(_ path: String, limit: Int = .max) -> Data {
    guard let file = FileHandle(forReadingAtPath: path) else { return Data() }
    return (try? file.read(upToCount: limit)) ?? Data()
  }

  /// Returns the size of a file of this folder in bytes.
  func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The maximum number of bytes read of a text.
  private static let maximumTextSize = 10_000_000

  /// Returns the start of a file of this folder as text.
  func text(_ path: String) -> String {
    String(decoding: read(path, limit: ScratchFolder.maximumTextSize), as: UTF8.self)
  }

  /// Returns a text without what differs from run to run: this folder's path, and addresses.
  func normalised(_ text: String) -> String {
    text.replacing(home + "/", with: "").replacing(home, with: ".")
      .replacing(folder + "/", with: "").replacing(folder, with: ".")
      .replacing(/0x[0-9a-f]{8,16}/, with: "0x…")
  }
}
