package import Foundation

/// A new folder for a test, which is removed when the object is released.
///
/// A local variable can be released after its last use. If only its path is used later, call
/// ``with(_:_:)`` or extend its lifetime.
package final class TemporaryFolder: Sendable {
  /// The folder, without symbolic links in its path.
  package let url: URL
  private let isOwner: Bool

  /// Creates a folder with a unique name.
  ///
  /// - Parameter files: The texts of its files, by path.
  /// - Throws: An error of the file system.
  package init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "gradus-\(UUID().uuidString)")
    isOwner = true
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  /// The folder that another process created and will remove.
  package init(at path: String) {
    url = URL(filePath: path)
    isOwner = false
  }

  deinit { if isOwner { try? FileManager.default.removeItem(at: url) } }

  /// The path of the folder.
  package var path: String { url.path }

  /// Writes a file and creates the folders above it.
  package func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  /// Writes a file and creates the folders above it.
  package func write(_ path: String, _ data: Data) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// The text of a file.
  package func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Creates a subfolder and the folders above it.
  package func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: path), withIntermediateDirectories: true)
  }

  /// Creates a symbolic link.
  package func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path, withDestinationPath: target)
  }
}

extension TemporaryFolder {
  /// Calls `work` with a new folder, which is removed afterwards.
  package static func with<Result>(
    _ files: [String: String] = [:], _ work: (TemporaryFolder) throws -> Result
  ) throws -> Result {
    let folder = try TemporaryFolder(files)
    defer { withExtendedLifetime(folder) {} }
    return try work(folder)
  }

  /// Calls `work` with a new folder, which is removed afterwards.
  package static func with<Result>(
    _ files: [String: String] = [:], _ work: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let folder = try TemporaryFolder(files)
    defer { withExtendedLifetime(folder) {} }
    return try await work(folder)
  }
}
