@preconcurrency internal import Glibc

/// The standard output, to which `print` writes.
@MainActor let standardOutput = StandardStream(stream: stdout, descriptor: STDOUT_FILENO)

/// The standard error, which pages do not show.
@MainActor let standardError = StandardStream(stream: stderr, descriptor: STDERR_FILENO)

/// A C stream with its file and its position, which marks the start of each cell's output.
@MainActor
struct StandardStream {
  let stream: UnsafeMutablePointer<FILE>?
  let descriptor: Int32
  /// The identity of the file that the stream had at the start.
  private let file: [UInt]

  init(stream: UnsafeMutablePointer<FILE>?, descriptor: Int32) {
    self.stream = stream
    self.descriptor = descriptor
    file = identity(of: descriptor)
  }

  /// Writes each line as it is printed, so that a trap loses none.
  func setLineBuffered() { setvbuf(stream, nil, _IOLBF, 0) }

  /// Whether the stream still writes to the file that it had at the start.
  var isOriginalFile: Bool { identity(of: descriptor) == file }

  /// The number of bytes written so far; 0 if the output is not a file.
  var position: Int {
    fflush(stream)
    return max(0, lseek(descriptor, 0, SEEK_CUR))
  }
}

/// The device and inode of a descriptor's file; empty for a closed descriptor.
private func identity(of descriptor: Int32) -> [UInt] {
  var status = stat()
  return fstat(descriptor, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : []
}
