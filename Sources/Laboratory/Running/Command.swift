internal import Glibc
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
  /// Its environment; nil is ours.
  var environment: [String: String]?
  /// Where it runs.
  var folder: String
  /// The file that takes what it prints.
  var output: String
  /// The file that takes what it says on standard error; it may be `output`.
  var errors: String

  /// Runs it to its end, or to a limit; then nothing that it started is left.
  ///
  /// - Throws: The machine's fault where it cannot be started, or the interruption.
  func run(within limits: Limits = .none) async throws(Fault) -> Ending {
    let output = try open(output)
    let errors = errors == self.output ? output : try open(errors)
    do {
      let errors = errors == output ? try output.duplicate() : errors
      let result = try await Subprocess.run(
        configuration, input: .none,
        output: .fileDescriptor(output, closeAfterSpawningProcess: true),
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true)
      ) { execution in
        let process = execution.processIdentifier.value
        defer { ProcessSession(leader: process).end() }
        return try await watch(process, limits)
      }
      return ending(result.terminationStatus, result.closureResult)
    } catch is CancellationError {
      throw .interrupted
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .cannotStart(executable, "it is not there or cannot be executed")
    } catch {
      throw .cannotStart(executable, "\(error)")
    }
  }

  private var configuration: Configuration {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return Configuration(
      executable: .path(FilePath(executable)), arguments: Arguments(arguments),
      environment: environment.map(Environment.init) ?? .inherit,
      workingDirectory: FilePath(folder), platformOptions: options)
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
  private func watch(_ process: pid_t, _ limits: Limits) async throws -> Limits.Limit? {
    let start = SuspendingClock.now
    while true {
      let ended = hasEnded(process)
      let limit = limits.passed(after: SuspendingClock.now - start, files: [output, errors])
      if ended { return limit == .output ? limit : nil }
      if let limit { return limit }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  private func ending(_ status: TerminationStatus, _ limit: Limits.Limit?) -> Ending {
    if let limit { return .stopped(limit) }
    return switch status {
    case .exited(let code): .exited(Int(code))
    case .signaled(let signal): .signalled(Int(signal))
    }
  }
}

extension Environment {
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
