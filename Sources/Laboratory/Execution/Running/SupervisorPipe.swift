internal import CLinux
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// A pipe to the supervisor: when our end closes, also because we are killed, the supervisor ends
/// all processes that it started.
final class SupervisorPipe: Sendable {
  /// The supervisor's end; the code that starts the supervisor closes it.
  let readEnd: FileDescriptor
  private let writeEnd: Mutex<Int32?>

  /// Creates a pipe that other child processes do not inherit.
  init() throws(Errno) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Errno(rawValue: errno) }
    readEnd = FileDescriptor(rawValue: ends[0])
    writeEnd = Mutex(ends[1])
  }

  deinit { close() }

  /// Closes our end.
  func close() {
    writeEnd.withLock { descriptor in
      if let descriptor { Glibc.close(descriptor) }
      descriptor = nil
    }
  }
}
