internal import Foundation

/// Looks up files in a course's folder by name, and rejects names that lead out of it.
public struct CourseFolder: Sendable {
  /// A file of the course.
  public struct File: Equatable, Sendable {
    /// Its path within the course.
    public var name: String
    /// Its absolute path, with symbolic links resolved.
    public var path: String
  }

  /// The reason why a name does not lead to a file.
  public enum LookupError: Error {
    /// There is no such file.
    case missing
    /// It is a folder, a device or something else that is not a regular file.
    case notAFile
    /// It leads out of the folder, directly or through a symbolic link.
    case outside
  }

  private let path: String

  /// Uses the folder at a path.
  public init(_ path: String) { self.path = path }

  /// Uses the folder that contains a file.
  public init(ofFile file: String) {
    path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
  }

  /// Finds a file by its name relative to the folder.
  ///
  /// - Parameter name: The name as the author wrote it.
  /// - Returns: The file.
  /// - Throws: The reason why there is no such file.
  public func file(_ name: String) throws(LookupError) -> File {
    guard let parts = parts(of: name), let root = realPath(path) else { throw .outside }
    let name = parts.joined(separator: "/")
    guard let file = realPath("\(root)/\(name)") else { throw .missing }
    guard file.hasPrefix(root == "/" ? root : root + "/") else {
      throw file == root ? .notAFile : .outside
    }
    let type = try? FileManager.default.attributesOfItem(atPath: file)[.type]
    guard type as? FileAttributeType == .typeRegular else { throw .notAFile }
    return File(name: name, path: file)
  }

  /// The names of all files in the folder and its subfolders, without hidden ones.
  public var files: [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      !name.hasPrefix(".") && !name.contains("/.") && (try? file(name)) != nil
    }.sorted()
  }

  /// The components of a name; nil if it is absolute, leads above the folder or contains a null
  /// character.
  private func parts(of name: String) -> [Substring]? {
    guard !name.hasPrefix("/"), !name.contains("\0") else { return nil }
    return pathComponents(name)
  }
}
