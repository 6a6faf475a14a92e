@preconcurrency internal import Glibc

/// The stream that `print` writes to.
@MainActor let standardOutput = StandardStream(stream: stdout, descriptor: STDOUT_FILENO)

/// The stream for what no page shows.
@MainActor let standardError = StandardStream(stream: stderr, descriptor: STDERR_FILENO)

/// A C stream whose bytes can be told apart by when they were written.
@MainActor
struct StandardStream {
  let stream: UnsafeMutablePointer<FILE>?
  let descriptor: Int32
  /// The file that was behind the stream at first.
  private let file: [UInt]

  init(stream: UnsafeMutablePointer<FILE>?, descriptor: Int32) {
    self.stream = stream
    self.descriptor = descriptor
    file = identity(of: descriptor)
  }

  /// Hands over each line as it is printed, so that a trap loses none.
  func writeLineByLine() { setvbuf(stream, nil, _IOLBF, 0) }

  /// Whether what is written still goes to the file that was behind the stream at first.
  var isAsAtFirst: Bool { identity(of: descriptor) == file }

  /// How many bytes have been written; 0 where the output is no file.
  var position: Int {
    fflush(stream)
    return max(0, lseek(descriptor, 0, SEEK_CUR))
  }
}

/// What tells the file behind a descriptor from others; nothing where it is closed.
private func identity(of descriptor: Int32) -> [UInt] {
  var status = stat()
  return fstat(descriptor, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : []
}
