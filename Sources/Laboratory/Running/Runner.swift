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
    /// What it wrote on standard error.
    var errorBytes: Data
    /// The same as text.
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    /// How many bytes it printed, those too that were not read.
    var printed: Int
    /// How many bytes it wrote on standard error.
    var said: Int
    /// What the machine did not let it be kept from.
    var refused: [Protection]
  }

  /// The program.
  let program: Program
  /// The folder in which it was compiled.
  let scratch: Scratch
  /// How it is run.
  let conditions: Conditions

  /// Runs the program; `tell` hears how far it is.
  func run(_ tell: @escaping @Sendable (Event.Moment) -> Void) async throws(Fault) -> Run {
    let follower = Follower(program, records: scratch.records)
    let command = Command(
      executable: scratch.executable, environment: environment,
      folder: scratch.home, output: scratch.output, errors: scratch.errors, report: scratch.report)
    let ending = try await command.run(within: conditions.limits) {
      if let moment = follower.moment() { tell(moment) }
    }
    let report = scratch.text(scratch.report)
    return Run(
      ending: ending, records: try records(),
      output: scratch.read(scratch.output, limit: conditions.limits.output ?? .max),
      errorBytes: scratch.read(scratch.errors, limit: 10_000_000),
      printed: scratch.size(scratch.output), said: scratch.size(scratch.errors),
      refused: Protection.allCases.filter { report.contains("open \($0.rawValue)") })
  }

  private func records() throws(Fault) -> [Record] {
    do {
      return try Wire.records(in: scratch.read(scratch.records))
    } catch {
      throw .unreadableRecords(of: program.file)
    }
  }

  /// All that a cell sees: nothing of the author's, and the same on every machine.
  private var environment: [String: String] {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.home, "TMPDIR": scratch.home, "LANG": "C.UTF-8",
      "TZ": conditions.timeZone, "OPENBLAS_NUM_THREADS": "1",
      "SWIFT_BACKTRACE": Runner.backtrace, "GRADUS_RECORDS": scratch.records,
    ]
    if conditions.hashesAlike { environment["SWIFT_DETERMINISTIC_HASHING"] = "1" }
    let ours = ProcessInfo.processInfo.environment
    for name in OpenBLAS.variables { environment[name] = ours[name] }
    return environment
  }

  private static let backtrace = [
    "enable=yes", "color=no", "interactive=no", "threads=crashed", "images=none",
    "registers=none", "cache=no", "limit=32", "output-to=stderr",
  ].joined(separator: ",")
}
