internal import Foundation
internal import Glibc

extension CacheFolder {
  /// The folders that Gradus creates in this one.
  private var folders: [String] {
    [path + "/modules", runs, lessons, sources, locks, history, builds, shared, previews]
  }

  /// The files that Gradus creates beside them.
  private var files: [String] {
    [facts.path, lastRuns.path, handbook.path, renderedHandbook.path, path + "/typesetting"]
  }

  /// Repairs the folder: renames files in the place of folders, and folders in the place of files,
  /// and restores missing permissions.
  ///
  /// Nothing is deleted, since it may be the user's. What cannot be repaired causes errors later.
  package func repair() {
    for item in folders + files {
      var status = stat()
      guard lstat(item, &status) == 0 else { continue }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if folders.contains(item) ? !isFolder && !isLink : status.st_mode & S_IFMT != S_IFREG {
        moveAside(item)
      } else if status.st_mode & 0o600 != 0o600 || isFolder && status.st_mode & 0o100 == 0 {
        if !isLink { chmod(item, status.st_mode & 0o777 | (isFolder ? 0o700 : 0o600)) }
      }
    }
  }

  /// Whether `item` was renamed by ``repair()``.
  private func isMovedAside(_ item: String) -> Bool {
    (folders + files).contains { item.hasPrefix($0 + asideMark) }
  }

  /// Deletes everything that Gradus created in the folder, and the folder if nothing else is in it.
  ///
  /// - Throws: A `Fault` if something cannot be deleted.
  public func clean() throws(Fault) {
    let manager = FileManager.default
    repair()
    do {
      for item in folders + files where manager.fileExists(atPath: item) {
        try manager.removeItem(atPath: item)
      }
      for name in (try? manager.contentsOfDirectory(atPath: path)) ?? []
      where name.hasPrefix(ChecksummedFile.draftPrefix) || isMovedAside("\(path)/\(name)") {
        try manager.removeItem(atPath: "\(path)/\(name)")
      }
      if (try? manager.contentsOfDirectory(atPath: path))?.isEmpty == true {
        try manager.removeItem(atPath: path)
      }
    } catch {
      throw .uncleaned(path, error.localizedDescription)
    }
  }
}

/// The separator between the original name of a renamed item and a random suffix.
private let asideMark = ".damaged-"

/// Renames a file or folder, so that its path is free.
func moveAside(_ path: String) {
  _ = rename(path, "\(path)\(asideMark)\(UInt64.random(in: 0...(.max)))")
}
