internal import Foundation
internal import Records

/// Runs a session's program by itself: in an empty folder and an environment of its own, within
/// limits, and cut off from other processes and the network where the machine permits it.
struct Runner {
  /// What a run left.
  struct Run {
    /// How it ended.
    var ending: Command.Ending
    /// What it recorded.
    var records: [Record]
    /// What it printed.
    var output: Data
    /// What it said on standard error.
    var errors: String
  }

  /// Runs the scratch's executable within limits.
  static func run(_ program: Program, in scratch: Scratch, within limits: Limits)
    async throws(Fault) -> Run
  {
    let command = Command(
      executable: scratch.executable, environment: environment(for: scratch),
      folder: scratch.home, output: scratch.output, errors: scratch.errors, report: scratch.report)
    let ending = try await command.run(within: limits)
    return Run(
      ending: ending, records: try records(of: program.file, in: scratch),
      output: scratch.read(scratch.output, limit: limits.output ?? .max),
      errors: scratch.text(scratch.errors))
  }

  private static func records(of file: String, in scratch: Scratch) throws(Fault) -> [Record] {
    do {
      return try Wire.records(in: scratch.read(scratch.records))
    } catch {
      throw .unreadableRecords(of: file)
    }
  }

  /// All that a cell sees: nothing of the author's, and the same on every machine.
  private static func environment(for scratch: Scratch) -> [String: String] {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.home, "TMPDIR": scratch.home, "LANG": "C.UTF-8",
      "TZ": "UTC", "OPENBLAS_NUM_THREADS": "1", "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE": backtrace, "GRADUS_RECORDS": scratch.records,
    ]
    let ours = ProcessInfo.processInfo.environment
    for name in OpenBLAS.variables { environment[name] = ours[name] }
    return environment
  }

  private static let backtrace = [
    "enable=yes", "color=no", "interactive=no", "threads=crashed", "images=none",
    "registers=none", "cache=no", "limit=32", "output-to=stderr",
  ].joined(separator: ",")
}
