internal import Foundation
internal import Records

/// Runs a session's program in an empty folder, with a minimal environment and limits, isolated
/// from other processes and the network where the machine permits it.
struct Runner {
  /// The result of running a program.
  struct Run {
    /// How the program ended.
    var ending: Command.Ending
    /// The program's records.
    var records: [Record]
    /// Standard output, up to its limit.
    var output: Data
    /// Standard error, up to 10 MB.
    var errorBytes: Data
    /// Standard error as text.
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    /// The full size of standard output in bytes.
    var outputSize: Int
    /// The full size of standard error in bytes.
    var errorSize: Int
    /// The kinds of isolation that the machine does not permit.
    var unavailable: [Isolation]
  }

  /// The program to run.
  let program: Program
  /// The scratch folder with the executable.
  let scratch: ScratchFolder
  /// The options of the run.
  let options: ExecutionOptions

  /// Runs the program and reports its progress.
  func run(_ report: @escaping @Sendable (RunEvent.Position) -> Void) async throws(Fault) -> Run {
    let progressReader = ProgressReader(program, records: scratch.records)
    let command = Command(
      executable: scratch.executable, environment: environment,
      folder: scratch.home, output: scratch.output, errors: scratch.errors, report: scratch.report)
    let ending = try await command.run(within: options.limits) {
      if let progress = progressReader.progress() { report(progress) }
    }
    let supervisorReport = scratch.text(scratch.report)
    return Run(
      ending: ending, records: try records(),
      output: scratch.read(scratch.output, limit: options.limits.output ?? .max),
      errorBytes: scratch.read(scratch.errors, limit: 10_000_000),
      outputSize: scratch.size(scratch.output), errorSize: scratch.size(scratch.errors),
      unavailable: Isolation.allCases.filter {
        supervisorReport.contains("\($0.rawValue) not isolated")
      })
  }

  private func records() throws(Fault) -> [Record] {
    do {
      return try Wire.records(in: scratch.read(scratch.records))
    } catch {
      throw .unreadableRecords(of: program.file)
    }
  }

  /// The environment of cells: nothing of the author's, and the same on every machine.
  private var environment: [String: String] {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.home, "TMPDIR": scratch.home, "LANG": "C.UTF-8",
      "TZ": options.timeZone, "OPENBLAS_NUM_THREADS": "1",
      "SWIFT_BACKTRACE": Runner.backtrace, "GRADUS_RECORDS": scratch.records,
    ]
    if options.hasDeterministicHashing { environment["SWIFT_DETERMINISTIC_HASHING"] = "1" }
    let ours = ProcessInfo.processInfo.environment
    for name in OpenBLAS.variables { environment[name] = ours[name] }
    return environment
  }

  private static let backtrace = [
    "enable=yes", "color=no", "interactive=no", "threads=crashed", "images=none",
    "registers=none", "cache=no", "limit=32", "output-to=stderr",
  ].joined(separator: ",")
}
