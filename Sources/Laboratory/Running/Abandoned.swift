internal import Foundation
internal import Glibc

extension Scratch {
  /// Removes the folders that killed builds have left in `parent`.
  ///
  /// A living build holds the lock of each of its folders; the kernel drops it with the build.
  static func removeAbandoned(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) && name.count == prefix.count + 6 {
      let folder = "\(parent)/\(name)"
      guard isOurs(folder), let lock = FolderHold(folder, waiting: false) else { continue }
      try? FileManager.default.removeItem(atPath: folder)
      lock.drop()
    }
  }

  private static func isOurs(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The lock of a folder, as long as it is held.
struct FolderHold {
  private let descriptor: Int32

  /// Takes the lock; fails where another has it and nobody wants to wait, or where the folder is gone.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - waiting: Whether to wait while another has it.
  ///   - isShared: Whether others may have it too, if they share it.
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

  func drop() { close(descriptor) }
}
