import Foundation
import Lessons

/// Where a course is: its folder, and the repository around it.
struct CoursePlace: Equatable, Sendable {
  /// The names of the folders down to the course's, as the user named it and with links followed.
  private let folders: [[Substring]]
  /// The folder that holds the repository; nil where there is none.
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

  /// The file of the course's folder that a relative path from there leads to; nil for any other.
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

  /// A file's path within the repository; nil where there is none around the course.
  ///
  /// A link to a file of the same repository is followed: the file is what can be edited. The name is a
  /// path from the course's folder, which may climb above it.
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

/// The folder around a folder, or that folder itself, in which Git has its own: a folder `.git`, or in a
/// worktree and a submodule a file.
private func repositoryRoot(_ folder: String) -> String? {
  var parts = folder.split(separator: "/")
  while true {
    let path = "/" + parts.joined(separator: "/")
    if FileManager.default.fileExists(atPath: "\(path == "/" ? "" : path)/.git") { return path }
    if parts.popLast() == nil { return nil }
  }
}
