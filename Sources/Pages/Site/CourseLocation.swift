import Foundation
import Lessons

/// The location of a course: its folder, and the Git repository around it.
struct CourseLocation: Equatable, Sendable {
  /// The path components of the course's folder, as the user wrote it and with links resolved.
  private let folders: [[Substring]]
  /// The root of the repository; nil if there is none.
  private let repository: String?
  private let folder: String

  init(_ course: Course) {
    let real = realPath(course.folder)
    folder = real ?? course.folder
    let named =
      course.folder.hasPrefix("/")
      ? course.folder : FileManager.default.currentDirectoryPath + "/" + course.folder
    folders = [named, real ?? named].map { pathComponents($0) ?? [] }
    repository = real.flatMap(repositoryRoot)
  }

  /// The name of the file directly in the course's folder that a relative path leads to; nil for any
  /// other path.
  func file(_ path: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    for folder in folders {
      guard let parts = pathComponents(path, under: folder), parts.count == folder.count + 1,
        parts.starts(with: folder), let name = parts.last
      else { continue }
      return String(name)
    }
    return nil
  }

  /// The path of a file within the repository; nil if the course is not in one.
  ///
  /// A link to a file of the same repository is resolved, since the file can be edited. The name is a
  /// path relative to the course's folder, which can contain `..`.
  func pathInRepository(_ name: String) -> String? {
    guard let repository else { return nil }
    let root = repository == "/" ? "/" : repository + "/"
    let file = "\(folder)/\(name)"
    let real = realPath(file).flatMap { $0.hasPrefix(root) ? $0 : nil }
    return real.map { String($0.dropFirst(root.count)) }
      ?? pathComponents(file).map { "/" + $0.joined(separator: "/") }
      .flatMap { $0.hasPrefix(root) ? String($0.dropFirst(root.count)) : nil }
  }
}

/// The nearest folder, from this one upwards, that contains `.git`: a folder, or in a worktree or a
/// submodule a file.
private func repositoryRoot(_ folder: String) -> String? {
  var parts = folder.split(separator: "/")
  while true {
    let path = "/" + parts.joined(separator: "/")
    if FileManager.default.fileExists(atPath: "\(path == "/" ? "" : path)/.git") { return path }
    if parts.popLast() == nil { return nil }
  }
}
