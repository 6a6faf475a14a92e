internal import Glibc

/// A lock on a key, so that concurrent builds do not run the same session; the kernel releases it
/// with the process.
struct KeyLock: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Waits for the lock file at a path and takes the lock.
  ///
  /// It polls instead of blocking, since the lock can be held by another task of this process that
  /// needs the thread.
  ///
  /// - Returns: The lock; nil if the lock file cannot be created.
  /// - Throws: The interruption.
  static func acquire(_ path: String) async throws(Fault) -> KeyLock? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // The previous owner can have removed the file, so that ours is a different one.
        if isOpen(descriptor, path) { return KeyLock(descriptor: descriptor, path: path) }
        close(descriptor)
        continue
      }
      let isTaken = errno == EWOULDBLOCK
      close(descriptor)
      guard isTaken else { return nil }
      do {
        try await Task.sleep(for: .milliseconds(20))
      } catch {
        throw .interrupted
      }
    }
  }

  /// Whether an open file is the one at a path.
  private static func isOpen(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    unlink(path)
    close(descriptor)
  }
}
