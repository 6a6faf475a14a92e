internal import Glibc

/// What a process may use before it is ended.
struct Limits {
  /// What a process used too much of.
  enum Limit: Equatable {
    /// It ran too long.
    case time
    /// It printed too much.
    case output
  }

  /// The longest output, in bytes, of a lesson's session.
  static let outputLimit = 10_000_000

  /// How long it may run.
  var time: Duration?
  /// How many bytes it may print.
  var output: Int?

  /// No limits.
  static let none = Limits()

  /// The limit that is passed after `elapsed`, with these files of output.
  func passed(after elapsed: Duration, files: [String]) -> Limit? {
    if let output, files.reduce(0, { $0 + size(of: $1) }) > output { return .output }
    if let time, elapsed > time { return .time }
    return nil
  }
}

private func size(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
