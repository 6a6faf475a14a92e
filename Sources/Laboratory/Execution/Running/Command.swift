internal import Foundation
internal import Glibc
internal import Sharing
internal import Subprocess
internal import SystemPackage

/// A process to run under the supervisor `keeper`: executable, arguments, environment and files.
struct Command {
  /// How a process ended.
  enum Ending: Equatable {
    /// The process exited with a code.
    case exited(Int)
    /// A signal ended the process.
    case signalled(Int)
    /// Gradus ended the process because it exceeded a limit.
    case stopped(Limits.Limit)
  }

  /// The path of the executable.
  var executable: String
  /// The arguments, without the program's name.
  var arguments: [String] = []
  /// The environment; nil inherits ours, with `TMPDIR` set to `folder`, and `HOME` too if the
  /// user's home is not writable.
  var environment: [String: String]?
  /// The working directory.
  var folder: String
  /// The file for standard output.
  var output: String
  /// The file for standard error; it can be the same as `output`.
  var errors: String

  /// The file for the supervisor's report, if one is needed.
  var report: String?

  /// Runs the process until it ends or exceeds a limit, and ends all its descendants.
  ///
  /// They end too if Gradus is killed, see `SupervisorPipe`.
  ///
  /// - Parameters:
  ///   - limits: The limits of the process and its descendants.
  ///   - poll: Called ten times a second while the process runs.
  /// - Returns: How the process ended.
  /// - Throws: A `Fault` if the process cannot be started or is interrupted.
  func run(
    within limits: Limits = .none, _ poll: @escaping @Sendable () -> Void = {}
  ) async throws(Fault) -> Ending {
    if Task.isCancelled { throw .interrupted }
    for program in [executable, Command.supervisor] {
      guard access(program, X_OK) == 0 else {
        throw .cannotStart(program, "it does not exist or is not executable")
      }
    }
    let output = try open(output)
    let errors = errors == self.output ? output : try open(errors)
    do {
      let lifeline = try SupervisorPipe()
      let errors = errors == output ? try output.duplicate() : errors
      let result = try await Subprocess.run(
        configuration(limits),
        input: .fileDescriptor(lifeline.readEnd, closeAfterSpawningProcess: true),
        output: .fileDescriptor(output, closeAfterSpawningProcess: true),
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true)
      ) { execution in
        defer { lifeline.close() }
        return try await watch(execution.processIdentifier.value, limits, poll: poll)
      }
      return ending(result.terminationStatus, result.closureResult, limits: limits)
    } catch is CancellationError {
      throw .interrupted
    } catch {
      if Task.isCancelled { throw .interrupted }
      throw .cannotStart(executable, "\(error)")
    }
  }

  /// The supervisor, an executable beside the running one.
  private static let supervisor = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "keeper").path

  private func configuration(_ limits: Limits) -> Configuration {
    var options = PlatformOptions()
    // Ctrl-C in the terminal must not reach sessions: Gradus ends them itself.
    options.createSession = true
    // Closing the pipe ends the supervisor; if it were killed, its descendants would survive.
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: false, allowedDurationToNextStep: .seconds(10))
    ]
    return Configuration(
      executable: .path(FilePath(Command.supervisor)),
      arguments: Arguments(supervisorOptions(limits) + [executable] + arguments),
      environment: environment.map(Environment.init) ?? .ours(temporary: folder),
      workingDirectory: FilePath(folder), platformOptions: options)
  }

  private func supervisorOptions(_ limits: Limits) -> [String] {
    let options: [(String, (any LosslessStringConvertible)?)] = [
      ("-a", limits.addressSpace), ("-f", limits.fileSize), ("-m", limits.memory),
      ("-p", limits.processes), ("-r", report),
    ]
    return options.flatMap { name, value in value.map { [name, String($0)] } ?? [] }
  }

  private func open(_ path: String) throws(Fault) -> FileDescriptor {
    do {
      return try .open(
        FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    } catch {
      throw .unwritable(path, "\(error)")
    }
  }

  /// Waits until a process ends or exceeds a limit.
  private func watch(_ process: pid_t, _ limits: Limits, poll: () -> Void)
    async throws -> Limits.Limit?
  {
    let start = SuspendingClock.now
    for turn in 0... {
      if turn % 20 == 19 { poll() }
      let ended = hasEnded(process)
      let limit = limits.exceeded(after: SuspendingClock.now - start, files: [output, errors])
      if ended { return limit == .output ? limit : nil }
      if let limit { return limit }
      try await Task.sleep(for: .milliseconds(5))
    }
    return nil
  }

  private func ending(_ status: TerminationStatus, _ limit: Limits.Limit?, limits: Limits)
    -> Ending
  {
    if let limit { return .stopped(limit) }
    switch status {
    case .exited(let code): return .exited(Int(code))
    case .signaled(let signal):
      let report = report.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
      return limits.exceeded(signal: signal, report: report ?? "").map(Ending.stopped)
        ?? .signalled(Int(signal))
    }
  }
}

extension Environment {
  /// The inherited environment without the credentials of the remote cache.
  fileprivate static func ours(temporary folder: String) -> Environment {
    let secrets = Credentials.variables.compactMap { name in
      Environment.Key(rawValue: name).map { ($0, String?.none) }
    }
    let home: [Environment.Key: String?] = hasHome ? [:] : ["HOME": folder]
    return .inherit.updating(["TMPDIR": folder]).updating(home).updating(
      Dictionary(uniqueKeysWithValues: secrets))
  }

  /// Whether programs can write to the user's home, as SwiftPM does.
  private static var hasHome: Bool {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    return !home.isEmpty && access(home, W_OK | X_OK) == 0
  }

  fileprivate init(_ variables: [String: String]) {
    let pairs = variables.compactMap { name, value in
      Environment.Key(rawValue: name).map { ($0, value) }
    }
    self = .custom(Dictionary(uniqueKeysWithValues: pairs))
  }
}

/// Whether a child process has ended; does not reap it.
private func hasEnded(_ process: pid_t) -> Bool {
  var information = siginfo_t()
  let answer = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
  return answer != 0 || information.si_signo == SIGCHLD
}
