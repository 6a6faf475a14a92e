internal import Foundation
internal import Glibc
internal import SystemPackage

/// A folder that one session has for itself while it is compiled and run.
struct Scratch {
  /// How the names of such folders begin.
  static let prefix = "gradus-session-"

  /// The folder.
  let folder: String
  /// Its lock, which tells other builds that it is in use.
  private let hold: FolderHold?

  /// The program's source.
  var source: String { "\(folder)/\(Program.mainFile)" }
  /// The program.
  var executable: String { folder + "/lesson" }
  /// Compiled modules of the system that this program alone uses.
  var modules: String { folder + "/modules" }
  /// What the compiler says.
  var compilerWords: String { folder + "/compiler" }
  /// What the program records.
  var records: String { folder + "/records" }
  /// What the program prints.
  var output: String { folder + "/output" }
  /// What the program says when it dies.
  var errors: String { folder + "/errors" }
  /// What its keeper met.
  var report: String { folder + "/report" }
  /// Where the program runs: its working directory, home and place for temporary files, empty.
  var home: String { folder + "/home" }

  /// Gives `work` a fresh folder inside `parent` and removes it afterwards, come what may.
  static func with<Result>(
    in parent: String, _ work: (Scratch) async throws(Fault) -> Result
  ) async throws(Fault) -> Result {
    let scratch = try Scratch(in: parent)
    defer {
      try? FileManager.default.removeItem(atPath: scratch.folder)
      scratch.hold?.drop()
    }
    let result = try await work(scratch)
    try scratch.requireRoom()
    return result
  }

  private init(in parent: String) throws(Fault) {
    (folder, hold) = try Scratch.make(in: parent)
    guard mkdir(home, 0o700) == 0 else { throw .unwritable(home, String(cString: strerror(errno))) }
    try write("", to: records)
  }

  /// Makes a folder and takes its lock.
  ///
  /// Another build may take a new folder for an abandoned one before its lock is ours; then there is
  /// another. On a file system without locks nothing is ever taken for abandoned.
  private static func make(in parent: String) throws(Fault) -> (String, FolderHold?) {
    var folder = ""
    // From the root, since programs run in a folder of their own.
    let root = parent.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath + "/"
    for _ in 0..<10 {
      var template = Array(
        "\(root)\(parent.hasSuffix("/") ? parent : parent + "/")\(prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        throw .unwritable(parent, String(cString: strerror(errno)))
      }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let hold = FolderHold(folder, waiting: true) { return (folder, hold) }
      if FileManager.default.fileExists(atPath: folder) { break }
    }
    return (folder, nil)
  }

  /// Writes a file of this folder.
  func write(_ text: String, to path: String) throws(Fault) {
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw .unwritable(path, "\(error)")
    }
  }

  /// Fails where the disk is full, for then whatever was written here may have been cut off.
  private func requireRoom() throws(Fault) {
    try write(String(repeating: " ", count: 1 << 16), to: folder + "/room")
  }

  /// The first `limit` bytes of a file of this folder; one that was never written is empty.
  func read(_ path: String, limit: Int = .max) -> Data {
    guard let file = FileHandle(forReadingAtPath: path) else { return Data() }
    return (try? file.read(upToCount: limit)) ?? Data()
  }

  /// How many bytes a file of this folder has.
  func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Of what is said on the way to an end, so much is enough, in bytes.
  private static let longestText = 10_000_000

  /// A file of this folder as text.
  func text(_ path: String) -> String {
    String(decoding: read(path, limit: Scratch.longestText), as: UTF8.self)
  }

  /// Words without what differs from run to run: this folder's name, and addresses.
  func pathFree(_ words: String) -> String {
    words.replacing(home + "/", with: "").replacing(home, with: ".")
      .replacing(folder + "/", with: "").replacing(folder, with: ".")
      .replacing(/0x[0-9a-f]{8,16}/, with: "0x…")
  }
}
