internal import Glibc

/// Keeps two builds that meet one session from running it both; the kernel drops it with the
/// process.
struct KeyLock: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Waits until nobody else has the lock of this path.
  ///
  /// It asks again and again rather than sleep in the kernel: who holds it may be another task of
  /// this process that needs the thread.
  ///
  /// - Returns: The lock; nil where the disk has no place for one.
  /// - Throws: The interruption.
  static func hold(_ path: String) async throws(Fault) -> KeyLock? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // Who had it before may have removed the file, so that ours is another one.
        if number(descriptor, path) { return KeyLock(descriptor: descriptor, path: path) }
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

  /// Whether an open file is the one that stands at a path.
  private static func number(_ descriptor: Int32, _ path: String) -> Bool {
    var (opened, named) = (stat(), stat())
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
