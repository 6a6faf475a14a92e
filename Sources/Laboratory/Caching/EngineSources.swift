internal import Foundation
internal import Glibc
internal import Hashing

/// The files that make what a cell imports: Package.swift, and every file of every target that
/// Notebook reaches, each with the digest of its content.
struct EngineSources: Codable, Equatable {
  /// The digests, by the paths within the package.
  let files: [String: String]

  /// The digest of them all.
  var digest: String {
    let list = files.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)\n" }.joined()
    return SHA256.hex(of: list.utf8)
  }

  /// The digest of all but Package.swift, which may change without making another library.
  var digestOfTargets: String {
    EngineSources(files: files.filter { $0.key != "Package.swift" }).digest
  }

  /// Of which sources a library is made: those that stood there when it was first seen.
  func digestInside(_ library: String, _ facts: Facts) async -> String {
    guard let identity = identity(of: library) else { return digestOfTargets }
    return await facts.answer("engine in \(identity)") { digestOfTargets }
  }

  private init(files: [String: String]) { self.files = files }

  /// Reads the sources.
  ///
  /// - Parameters:
  ///   - package: The package's folder.
  ///   - swift: The path of the command that knows a package's targets.
  ///   - facts: What remembers them for as long as Package.swift is the same.
  /// - Throws: What keeps them from being read.
  init(of package: String, swift: String, _ facts: Facts) async throws(Fault) {
    let manifest = package + "/Package.swift"
    guard let digest = contentDigest(of: manifest) else { throw .unreadable(manifest) }
    let folders = try await facts.answer("folders of Notebook in a package \(digest)") {
      () async throws(Fault) in
      try await PackageGraph(of: package, swift: swift).folders(reachedFrom: "Notebook")
        .joined(separator: "\n")
    }
    var files = ["Package.swift": digest]
    for folder in folders.split(separator: "\n") {
      for file in filesBelow(String(folder), in: package) {
        guard let digest = contentDigest(of: "\(package)/\(file)") else {
          throw .unreadable(file)
        }
        files[file] = digest
      }
    }
    self.files = files
  }
}

/// What a file holds; nil where it cannot be read, and of a pipe or a device, which may have no end.
func contents(ofFile path: String) -> Data? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return FileManager.default.contents(atPath: path)
}

/// The digest of a file's content; nil where it cannot be read.
func contentDigest(of path: String) -> String? {
  contents(ofFile: path).map { SHA256.hex(of: $0) }
}

/// The digest of files' names and contents, in whatever order a disk lists them.
func contentDigest(of files: [String], in folder: String) -> String {
  let list = files.sorted().map { "\($0)\n\(contentDigest(of: "\(folder)/\($0)") ?? "")\n" }
  return SHA256.hex(of: list.joined().utf8)
}

/// The files of a folder and those below, without hidden ones.
func filesBelow(_ folder: String, in root: String) -> [String] {
  guard let stream = opendir("\(root)/\(folder)") else { return [] }
  defer { closedir(stream) }
  var files: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard !name.hasPrefix(".") else { continue }
    let path = "\(folder)/\(name)"
    let isFolder =
      entry.pointee.d_type == DT_DIR
      || entry.pointee.d_type != DT_REG && isFolderOnDisk("\(root)/\(path)")
    files += isFolder ? filesBelow(path, in: root) : [path]
  }
  return files
}

/// For links, and disks that do not say it with the name.
private func isFolderOnDisk(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}
