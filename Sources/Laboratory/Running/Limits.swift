internal import Glibc

/// What a session may use before it is ended: the program and all that descends from it.
package struct Limits: Equatable, Sendable {
  /// What a process used too much of.
  package enum Limit: Equatable, Sendable {
    /// It ran too long.
    case time
    /// It printed too much.
    case output
    /// It held too much memory, or asked for too much.
    case memory
    /// It wrote too large a file.
    case fileSize
    /// It had too many processes.
    case processes
  }

  /// How long it may run.
  package var time: Duration?
  /// How many bytes it may print.
  package var output: Int?
  /// How many bytes all its processes may hold in memory together.
  package var memory: Int?
  /// How many bytes a file may have that it writes.
  package var fileSize: Int?
  /// How many processes it may have at a time.
  package var processes: Int?

  /// No limits.
  package static let none = Limits()

  /// What a session may use beside its time, which lessons choose.
  package static let session = Limits(
    output: 10_000_000, memory: 4_000_000_000, fileSize: 100_000_000, processes: 64)

  /// The address space that each process gets, in bytes.
  ///
  /// It stops one greedy request at once. Much address space is only reserved, by threads and by
  /// OpenBLAS, so it is wider than the memory.
  var addressSpace: Int? { memory.map { $0 + 4_000_000_000 } }

  /// The limit that is passed after `elapsed`, with these files of output.
  ///
  /// The other limits are held by the keeper, which is nearer to the processes.
  func passed(after elapsed: Duration, files: [String]) -> Limit? {
    if let output, files.reduce(0, { $0 + size(of: $1) }) > output { return .output }
    if let time, elapsed > time { return .time }
    return nil
  }

  /// The limit with which a signal, or the keeper's report, says that the end came.
  func passed(signal: Int32, report: String) -> Limit? {
    if report.contains("passed memory") { return .memory }
    if report.contains("passed processes") { return .processes }
    return fileSize != nil && signal == SIGXFSZ ? .fileSize : nil
  }
}

private func size(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
