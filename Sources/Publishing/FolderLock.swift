internal import Glibc
internal import SystemPackage

/// Keeps two builds from publishing into one folder at once; the kernel drops it with the process.
struct FolderLock {
  private let folder: FileDescriptor

  /// Waits until nobody else has the lock.
  init(_ path: FilePath) throws(Refusal) {
    do {
      folder = try .open(path, .readOnly, options: [.directory, .closeOnExec])
    } catch {
      throw .unreadable(path, error as? Errno ?? .ioError)
    }
    while flock(folder.rawValue, LOCK_EX) != 0 {
      let reason = Errno(rawValue: errno)
      guard reason == .interrupted else {
        release()
        throw .unreadable(path, reason)
      }
    }
  }

  func release() { try? folder.close() }
}
