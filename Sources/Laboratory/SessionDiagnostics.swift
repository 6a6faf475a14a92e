internal import Lessons

// The diagnostics and failures of compiling and running sessions, in one place.

extension Diagnostic {
  /// A signal ended a program, possibly in a function that was called from another line.
  static func died(_ cause: Crash.Cause, at place: Place, calledFrom line: Int? = nil)
    -> Diagnostic
  {
    let call = line.map { "called from line \($0)" }
    return switch cause {
    case .trap(let message): .error(.run, place, "trap: \(message)", help: call)
    case .uncaught(let error): .error(.run, place, "uncaught error: \(error)")
    case .stackOverflow:
      .error(
        .run, place, "crash: stack overflow",
        help: "check for a function that calls itself endlessly")
    case .outOfMemory:
      .error(.run, place, "trap: out of memory", help: call)
    case .badPointer:
      .error(
        .run, place, "crash: invalid memory access",
        help: "check for a variable that is used before the cell that declares it has run")
    case .signal(9):
      .error(.run, place, "the program was killed", help: "the machine may be out of memory")
    case .signal(let number): .error(.run, place, "crash: signal \(number)", help: call)
    }
  }

  /// A variable is used above the cell that declares it, where a number would be 0.
  static func usedBeforeDeclaration(
    _ name: String, at place: Place, declaredAt line: Int
  ) -> Diagnostic {
    .error(
      .order, place, "'\(name)' is used before its declaration on line \(line)",
      help: "move the cell that declares it above this line")
  }

  /// A session exceeded its output limit, to which `cell` contributed `bytes`.
  static func tooMuchOutput(_ cell: Place, bytes: Int, limits: Limits) -> Diagnostic {
    let limit = limits.output ?? 0
    let amount = bytes > limit ? "more than \(size(limit))" : "\(megabytes(bytes))"
    return .error(
      .limit, cell,
      "too much output: this cell printed \(amount), and a session can print \(size(limit)) in total",
      help: "print less, such as one line every hundred steps")
  }

  /// A size in bytes as megabytes, with one decimal digit.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// A cell that succeeds writes to standard error.
  static func standardError(_ text: String, at cell: Place) -> Diagnostic {
    .warning(
      .run, cell, "the cell writes to standard error, which pages do not show",
      help: "print what readers should see, and remove the rest\n\(text)")
  }

  /// A program exceeded a limit while `step` ran.
  static func stopped(
    _ limit: Limits.Limit, in step: Place, limits: Limits, timeLimit: TimeLimit
  ) -> Diagnostic {
    switch limit {
    case .time:
      .error(
        .limit, step, "timeout: the session was still running here after \(timeLimit.seconds) s",
        help: "do less, or raise the limit with 'timeout: SECONDS' "
          + (timeLimit.line.map { "on line \($0)" } ?? "in the front matter"))
    case .output: .tooMuchOutput(step, bytes: .max, limits: limits)
    case .memory:
      .error(
        .limit, step, "too much memory: a session can use \(size(limits.memory))",
        help: "use less at a time: smaller batches, shorter histories")
    case .fileSize:
      .error(
        .limit, step, "file too large: a session can write files of up to \(size(limits.fileSize))",
        help: "write less, or nothing: pages do not use files that cells write")
    case .processes:
      .error(
        .limit, step, "too many processes: a session can have \(limits.processes ?? 0) at a time",
        help: "wait for a process to end before starting the next")
    }
  }

  /// A size in bytes as whole gigabytes or megabytes: `2 GB`.
  private static func size(_ bytes: Int?) -> String {
    let megabytes = (bytes ?? 0) / 1_000_000
    return megabytes % 1000 == 0 ? "\(megabytes / 1000) GB" : "\(megabytes) MB"
  }

  /// A program exited before its last step.
  static func endedEarly(in step: Place, code: Int) -> Diagnostic {
    .error(
      .run, step, "the program exits here with code \(code), before the end of the session",
      help: "remove the call of 'exit'")
  }

  /// A program ran its last step and then failed.
  static func failedAtEnd(in step: Place, code: Int) -> Diagnostic {
    .error(.run, step, "the session ran to its end and then failed with exit code \(code)")
  }

  /// A program ran to its end but not all its steps in order.
  static func outOfOrder(_ step: Place) -> Diagnostic {
    .error(
      .order, step, "the session's cells did not run in order; this is the first out of order",
      help: "names that begin with '_' may be Gradus's own")
  }

  /// A cell that is expected not to compile does.
  static func compiles(at cell: Place) -> Diagnostic {
    .error(
      .expectation, cell, "the cell compiles, but has the option 'error: compile'",
      help: "remove the option, or show code that does not compile")
  }

  /// A cell that is expected not to compile cannot be checked, as those above it do not compile.
  static func needsCellsBelow(at cell: Place, firstError: Diagnostic?) -> Diagnostic {
    .error(
      .expectation, cell, "the cells above this one do not compile without the cells below it",
      help: firstError.map { "line \($0.place.line): \($0.summary)" })
  }

  /// A cell that is expected to trap does not.
  static func doesNotTrap(at cell: Place) -> Diagnostic {
    .error(
      .expectation, cell, "the cell does not trap, but has the option 'error: trap'",
      help: "remove the option, or show code that traps")
  }

  /// An input cannot be used; `known` are the course's files.
  static func input(
    _ name: String, _ refusal: CourseFolder.LookupError, at place: Place,
    known: @autoclosure () -> [String]
  ) -> Diagnostic {
    switch refusal {
    case .missing:
      .error(
        .input, place, "input '\(name)' not found", help: suggestion(for: name, among: known()))
    case .notAFile:
      .error(.input, place, "the input '\(name)' is not a file", help: "name each of its files")
    case .outside:
      .error(
        .input, place, "the input '\(name)' is outside the course",
        help: "copy it into the course's folder")
    }
  }

  /// Two runs of a lesson have different results; `step` is the first that differs.
  static func differs(at step: Place, what title: String, change: String?) -> Diagnostic {
    .error(
      .repetition, step,
      "two runs differ: " + title + (change.map { " is \($0)" } ?? ""),
      help: causesOfDifference)
  }

  /// The second of two runs of a lesson fails, and the first does not.
  static func failsSecondTime(_ failure: Diagnostic) -> Diagnostic {
    .error(
      .repetition, failure.place, "two runs differ: only the second one fails: \(failure.summary)",
      help: causesOfDifference)
  }

  private static let causesOfDifference =
    "common causes are the clock, random numbers without a seed, "
    + "and the order of a dictionary or a set"

  /// The compiler crashed, or failed without an error in the lesson.
  static func compilerFailed(at place: Place, message: String?) -> Diagnostic {
    .error(
      .compile, place,
      "the Swift compiler failed on this session" + (message.map { ": \($0)" } ?? ""),
      help: "'gradus program' prints its source")
  }
}

extension Fault {
  static func unwritable(_ path: String, _ reason: String) -> Fault {
    Fault(.machine, "'\(path)' cannot be written: \(reason)")
  }

  static func unreadable(_ path: String) -> Fault {
    Fault(.machine, "cannot read '\(path)', which lessons are built with")
  }

  /// The running engine differs from its sources, so its results must not be cached under their
  /// digest.
  static let outdated = Fault(
    .ours, "the engine has changed since Gradus was built", help: "rebuild it with './gradus'")

  static func uncleaned(_ path: String, _ reason: String) -> Fault {
    Fault(.machine, "cannot delete the cache '\(path)': \(reason)")
  }

  static func unknownTargets(_ message: String) -> Fault {
    Fault(
      .machine, "the sources of Notebook cannot be found: SwiftPM cannot read its package",
      help: message.split(separator: "\n").first.map(String.init))
  }

  /// The compiler cannot list the declarations of a module.
  static func unlisted(_ module: String, _ message: String) -> Fault {
    Fault(
      .machine,
      "cannot list the declarations of \(module): 'swift symbolgraph-extract' failed",
      help: message.split(separator: "\n").first.map(String.init))
  }

  static func uncopied(_ input: String, _ reason: String) -> Fault {
    Fault(.machine, "cannot copy the input '\(input)': \(reason)")
  }

  static func cannotStart(_ program: String, _ reason: String) -> Fault {
    Fault(.machine, "cannot start '\(program)': \(reason)")
  }

  static let noCompiler = Fault(
    .machine, "the Swift compiler 'swiftc' is not on the PATH",
    help: "install Swift 6 from https://www.swift.org/install")

  static func unknownVersion(_ path: String) -> Fault {
    Fault(.machine, "'\(path) --version' does not print a Swift version")
  }

  static func noNotebook(_ path: String) -> Fault {
    Fault(
      .machine, "'\(path)' is missing, which lessons are compiled with", help: "rebuild Gradus")
  }

  static func noPackage(above folder: String) -> Fault {
    Fault(
      .machine, "no 'Package.swift' in any folder above '\(folder)'",
      help: "run Gradus from the package in which it was built")
  }

  package static let interrupted = Fault(.interrupted, "interrupted")

  static func unreadableRecords(of file: String) -> Fault {
    Fault(.ours, "cannot read the records of the program of '\(file)'")
  }

  static func generatedProgram(of file: String, _ message: String) -> Fault {
    Fault(.ours, "the program generated from '\(file)' does not compile: \(message)")
  }
}
