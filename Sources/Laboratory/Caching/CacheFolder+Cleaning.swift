internal import Foundation
internal import Glibc

extension CacheFolder {
  /// The folders that Gradus makes in this one.
  private var folders: [String] {
    [path + "/modules", runs, lessons, sources, locks, history, builds, shared, previews]
  }

  /// The files that it makes beside them.
  private var files: [String] {
    [facts.path, lastRuns.path, handbook.path, handbookMade.path, path + "/typesetting"]
  }

  /// Moves aside what keeps the folder from being used: a file where a folder is to be, or a folder
  /// where a file is to be.
  ///
  /// It is not deleted, since it may be the user's own. A folder that nobody may use, though it is ours,
  /// may be used again. What cannot be mended is as good as a disk that refuses.
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

  /// Whether something stood where one of ours was to be.
  private func isMovedAside(_ item: String) -> Bool {
    (folders + files).contains { item.hasPrefix($0 + asideMark) }
  }

  /// Removes all that Gradus made in the folder, and the folder if nothing else is in it.
  ///
  /// - Throws: What the disk says.
  public func clean() throws(Fault) {
    let manager = FileManager.default
    repair()
    do {
      for item in folders + files where manager.fileExists(atPath: item) {
        try manager.removeItem(atPath: item)
      }
      for name in (try? manager.contentsOfDirectory(atPath: path)) ?? []
      where name.hasPrefix(SealedFile.draftPrefix) || isMovedAside("\(path)/\(name)") {
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

/// What stands between the name of something that was moved aside and what makes the new name its own.
private let asideMark = ".damaged-"

/// Gives a file or folder another name, so that its place is free.
func moveAside(_ path: String) {
  _ = rename(path, "\(path)\(asideMark)\(UInt64.random(in: 0...(.max)))")
}
