@preconcurrency internal import Glibc

/// The stream that `print` writes to.
@MainActor let standardOutput = StandardOutput(stream: stdout)

/// A C stream whose bytes can be told apart by when they were written.
@MainActor
struct StandardOutput {
  let stream: UnsafeMutablePointer<FILE>?

  /// Hands over each line as it is printed, so that a trap loses none.
  func writeLineByLine() { setvbuf(stream, nil, _IOLBF, 0) }

  /// How many bytes have been written; 0 where the output is no file.
  var position: Int {
    fflush(stream)
    return max(0, lseek(STDOUT_FILENO, 0, SEEK_CUR))
  }
}
