internal import Glibc

/// The limits of a session, for its program and all descendants; a session that exceeds one is
/// ended.
package struct Limits: Equatable, Sendable {
  /// A resource that is limited.
  package enum Limit: Equatable, Sendable {
    /// The running time.
    case time
    /// The size of output.
    case output
    /// The memory, used or requested.
    case memory
    /// The size of a file.
    case fileSize
    /// The number of processes.
    case processes
  }

  /// The maximum running time.
  package var time: Duration?
  /// The maximum number of bytes on both streams together.
  package var output: Int?
  /// The maximum number of bytes in memory, of all processes together.
  package var memory: Int?
  /// The maximum number of bytes in a file.
  package var fileSize: Int?
  /// The maximum number of concurrent processes.
  package var processes: Int?

  /// No limits.
  package static let none = Limits()

  /// The limits of a session; its time is set by the lesson.
  package static let session = Limits(
    output: 10_000_000, memory: 4_000_000_000, fileSize: 100_000_000, processes: 64)

  /// The maximum address space of each process, in bytes.
  ///
  /// It stops a single huge request at once. It is larger than the memory because threads and
  /// OpenBLAS reserve address space without using it.
  var addressSpace: Int? { memory.map { $0 + 4_000_000_000 } }

  /// Returns the limit that is exceeded after `elapsed`, with these files of output; nil if none
  /// is.
  ///
  /// The supervisor enforces the other limits.
  func exceeded(after elapsed: Duration, files: [String]) -> Limit? {
    if let output, files.reduce(0, { $0 + size(of: $1) }) > output { return .output }
    if let time, elapsed > time { return .time }
    return nil
  }

  /// Returns the limit that ended a program, according to the signal and the supervisor's report;
  /// nil if it was none.
  func exceeded(signal: Int32, report: String) -> Limit? {
    if report.contains("memory limit exceeded") { return .memory }
    if report.contains("process limit exceeded") { return .processes }
    return fileSize != nil && signal == SIGXFSZ ? .fileSize : nil
  }
}

private func size(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
