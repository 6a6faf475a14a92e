internal import CLinux
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// A pipe that ties a keeper to us: when our end is closed, by will or by our death, the keeper ends
/// all that it keeps.
final class Leash: Sendable {
  /// The keeper's end; whoever starts the keeper closes it.
  let end: FileDescriptor
  private let ours: Mutex<Int32?>

  /// A new leash, which no other child gets to hold.
  init() throws(Errno) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Errno(rawValue: errno) }
    end = FileDescriptor(rawValue: ends[0])
    ours = Mutex(ends[1])
  }

  deinit { letGo() }

  /// Closes our end.
  func letGo() {
    ours.withLock { descriptor in
      if let descriptor { close(descriptor) }
      descriptor = nil
    }
  }
}
