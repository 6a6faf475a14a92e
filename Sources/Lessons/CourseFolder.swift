internal import Foundation

/// The course's folder, out of which no name leads.
public struct CourseFolder: Sendable {
  /// A file of the course.
  public struct File: Equatable, Sendable {
    /// Its path within the course.
    public var name: String
    /// Where it stands, symbolic links followed.
    public var path: String
  }

  /// Why a name gives no file.
  public enum Refusal: Error {
    /// Nothing stands there.
    case missing
    /// It is a folder, a device or the like.
    case noFile
    /// It leads out of the folder, by itself or by a symbolic link.
    case outside
  }

  private let path: String

  /// A folder.
  public init(_ path: String) { self.path = path }

  /// The folder in which a file stands.
  public init(ofFile file: String) {
    path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
  }

  /// The file of a name, which is relative to the folder.
  ///
  /// - Parameter name: The name as the author wrote it.
  /// - Returns: The file.
  /// - Throws: Why there is none.
  public func file(_ name: String) throws(Refusal) -> File {
    guard let parts = parts(of: name), let root = realPath(path) else { throw .outside }
    let name = parts.joined(separator: "/")
    guard let file = realPath("\(root)/\(name)") else { throw .missing }
    guard file.hasPrefix(root == "/" ? root : root + "/") else {
      throw file == root ? .noFile : .outside
    }
    let type = try? FileManager.default.attributesOfItem(atPath: file)[.type]
    guard type as? FileAttributeType == .typeRegular else { throw .noFile }
    return File(name: name, path: file)
  }

  /// The names of the files in the folder and below, without hidden ones.
  public var files: [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      !name.hasPrefix(".") && !name.contains("/.") && (try? file(name)) != nil
    }.sorted()
  }

  /// A name's parts; nil where it begins at the root, climbs above the folder or is no name at all.
  private func parts(of name: String) -> [Substring]? {
    guard !name.hasPrefix("/"), !name.contains("\0") else { return nil }
    return pathComponents(name)
  }
}
