internal import Glibc
internal import SystemPackage

/// A lock that prevents two builds from publishing into one folder at once; the kernel releases it
/// when the process exits.
struct FolderLock {
  private let folder: FileDescriptor

  /// Waits until the lock is free.
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
