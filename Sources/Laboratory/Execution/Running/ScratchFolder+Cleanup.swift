internal import Foundation
internal import Glibc

extension ScratchFolder {
  /// Removes the scratch folders of killed builds from `parent`.
  ///
  /// A running build holds a lock on each of its folders; the kernel releases it with the process.
  static func removeAbandoned(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) && name.count == prefix.count + 6 {
      let folder = "\(parent)/\(name)"
      guard isOurs(folder), let lock = DirectoryLock(folder, waiting: false)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder)
      lock.unlock()
    }
  }

  private static func isOurs(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// A lock on a folder, held until `unlock()` or the end of the process.
struct DirectoryLock {
  private let descriptor: Int32

  /// Takes the lock; nil if it is taken and `waiting` is false, or if the folder does not exist.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - waiting: Whether to wait while the lock is taken.
  ///   - isShared: Whether to take a shared lock.
  init?(_ folder: String, waiting: Bool, isShared: Bool = false) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | (waiting ? 0 : LOCK_NB)) == 0,
      fstat(descriptor, &status) == 0, status.st_nlink > 0
    else {
      close(descriptor)
      return nil
    }
  }

  /// Releases the lock.
  func unlock() { close(descriptor) }
}
