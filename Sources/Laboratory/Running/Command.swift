internal import Foundation
internal import Glibc
internal import Sharing
internal import Subprocess
internal import SystemPackage

/// A process to be started, with all that it is given.
struct Command {
  /// How a process ended.
  enum Ending: Equatable {
    /// By itself, with a code.
    case exited(Int)
    /// By a signal.
    case signalled(Int)
    /// By us, since it passed a limit.
    case stopped(Limits.Limit)
  }

  /// The path of what is run.
  var executable: String
  /// Its arguments, without its own name.
  var arguments: [String] = []
  /// Its environment; nil is ours, with its temporary files in its folder, and its home there too
  /// where we have none that can be written to.
  var environment: [String: String]?
  /// Where it runs.
  var folder: String
  /// The file that takes what it prints.
  var output: String
  /// The file that takes what it says on standard error; it may be `output`.
  var errors: String

  /// The file in which the keeper says what it met; without it, nobody asks.
  var report: String?

  /// Runs it to its end, or to a limit; then nothing that descends from it is left.
  ///
  /// Nothing is left either when we are killed: see `Leash`.
  ///
  /// - Parameters:
  ///   - limits: What it may use.
  ///   - look: Called ten times a second while it runs.
  /// - Returns: How it ended.
  /// - Throws: The machine's fault where it cannot be started, or the interruption.
  func run(
    within limits: Limits = .none, _ look: @escaping @Sendable () -> Void = {}
  ) async throws(Fault) -> Ending {
    if Task.isCancelled { throw .interrupted }
    for program in [executable, Command.keeper] {
      guard access(program, X_OK) == 0 else {
        throw .cannotStart(program, "it is not there or cannot be executed")
      }
    }
    let output = try open(output)
    let errors = errors == self.output ? output : try open(errors)
    do {
      let leash = try Leash()
      let errors = errors == output ? try output.duplicate() : errors
      let result = try await Subprocess.run(
        configuration(limits), input: .fileDescriptor(leash.end, closeAfterSpawningProcess: true),
        output: .fileDescriptor(output, closeAfterSpawningProcess: true),
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true)
      ) { execution in
        defer { leash.letGo() }
        return try await watch(execution.processIdentifier.value, limits, look)
      }
      return ending(result.terminationStatus, result.closureResult, limits)
    } catch is CancellationError {
      throw .interrupted
    } catch {
      if Task.isCancelled { throw .interrupted }
      throw .cannotStart(executable, "\(error)")
    }
  }

  /// The program that keeps others, beside the running one.
  private static let keeper = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "keeper").path

  private func configuration(_ limits: Limits) -> Configuration {
    var options = PlatformOptions()
    // The terminal's Ctrl-C is for us alone.
    options.createSession = true
    // The leash does it; a keeper that were killed could not bury its own.
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: false, allowedDurationToNextStep: .seconds(10))
    ]
    return Configuration(
      executable: .path(FilePath(Command.keeper)),
      arguments: Arguments(keeping(limits) + [executable] + arguments),
      environment: environment.map(Environment.init) ?? .ours(temporary: folder),
      workingDirectory: FilePath(folder), platformOptions: options)
  }

  private func keeping(_ limits: Limits) -> [String] {
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

  /// Waits for the end of a process, or for the first limit that it passes.
  private func watch(_ process: pid_t, _ limits: Limits, _ look: () -> Void)
    async throws -> Limits.Limit?
  {
    let start = SuspendingClock.now
    for turn in 0... {
      if turn % 20 == 19 { look() }
      let ended = hasEnded(process)
      let limit = limits.passed(after: SuspendingClock.now - start, files: [output, errors])
      if ended { return limit == .output ? limit : nil }
      if let limit { return limit }
      try await Task.sleep(for: .milliseconds(5))
    }
    return nil
  }

  private func ending(_ status: TerminationStatus, _ limit: Limits.Limit?, _ limits: Limits)
    -> Ending
  {
    if let limit { return .stopped(limit) }
    switch status {
    case .exited(let code): return .exited(Int(code))
    case .signaled(let signal):
      let report = report.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
      return limits.passed(signal: signal, report: report ?? "").map(Ending.stopped)
        ?? .signalled(Int(signal))
    }
  }
}

extension Environment {
  /// Our own without what we are known by, which is nobody else's affair.
  fileprivate static func ours(temporary folder: String) -> Environment {
    let secrets = Credentials.variables.compactMap { name in
      Environment.Key(rawValue: name).map { ($0, String?.none) }
    }
    let home: [Environment.Key: String?] = hasHome ? [:] : ["HOME": folder]
    return .inherit.updating(["TMPDIR": folder]).updating(home).updating(
      Dictionary(uniqueKeysWithValues: secrets))
  }

  /// Whether programs can keep files in the user's home, as SwiftPM wants to.
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

/// Whether a child has ended; it is not reaped by asking.
private func hasEnded(_ process: pid_t) -> Bool {
  var information = siginfo_t()
  let answer = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
  return answer != 0 || information.si_signo == SIGCHLD
}
