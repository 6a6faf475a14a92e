internal import Foundation
internal import Glibc
internal import Hashing

/// The digests of the sources of what cells import: Package.swift, and all files of the targets on
/// which Notebook depends.
struct EngineSources: Codable, Equatable {
  /// The digests, by path within the package.
  let files: [String: String]

  /// The digest of all files.
  var digest: String {
    let list = files.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)\n" }.joined()
    return SHA256.hex(of: list.utf8)
  }

  /// The digest of all files except Package.swift, which can change without affecting the library.
  var digestOfTargets: String {
    EngineSources(files: files.filter { $0.key != "Package.swift" }).digest
  }

  /// Returns the digest of the sources of a library: those at the time when it was first seen.
  func digestOfBuild(_ library: String, _ facts: MachineFactsCache) async -> String {
    guard let identity = identity(of: library) else { return digestOfTargets }
    return await facts.value(of: "engine in \(identity)") { digestOfTargets }
  }

  private init(files: [String: String]) { self.files = files }

  /// Computes the digests of the sources.
  ///
  /// - Parameters:
  ///   - package: The package's folder.
  ///   - swift: The path of `swift`.
  ///   - facts: Caches the list of targets until Package.swift changes.
  /// - Throws: A `Fault` if they cannot be read.
  init(of package: String, swift: String, facts: MachineFactsCache) async throws(Fault) {
    let manifest = package + "/Package.swift"
    guard let digest = contentDigest(of: manifest) else { throw .unreadable(manifest) }
    let folders = try await facts.value(of: "folders of Notebook in a package \(digest)") {
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

/// Returns the content of a regular file; nil if it cannot be read or is a pipe or a device.
func contents(ofFile path: String) -> Data? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return FileManager.default.contents(atPath: path)
}

/// Returns the digest of a regular file's content; nil if it cannot be read.
func contentDigest(of path: String) -> String? {
  contents(ofFile: path).map { SHA256.hex(of: $0) }
}

/// Returns the digest of the names and contents of files, independent of their order.
func contentDigest(of files: [String], in folder: String) -> String {
  let list = files.sorted().map { "\($0)\n\(contentDigest(of: "\(folder)/\($0)") ?? "")\n" }
  return SHA256.hex(of: list.joined().utf8)
}

/// Returns the paths of all files in a folder and its subfolders, except hidden ones.
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

/// Whether a path is a folder, for links and for file systems that do not report the type.
private func isFolderOnDisk(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}
