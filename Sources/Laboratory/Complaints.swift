internal import Lessons

// All that the laboratory says, in one place.

extension Diagnostic {
  /// A program died by a signal, perhaps in a function that another line called.
  static func died(_ cause: Crash.Cause, at place: Place, calledFrom line: Int? = nil)
    -> Diagnostic
  {
    let call = line.map { "called from line \($0)" }
    return switch cause {
    case .trap(let words): .error(.run, place, "trap: \(words)", help: call)
    case .uncaught(let error): .error(.run, place, "an error that nothing catches: \(error)")
    case .stackOverflow:
      .error(
        .run, place, "crash: the stack is used up", help: "does a function call itself without end?"
      )
    case .outOfMemory:
      .error(.run, place, "trap: memory was asked for and there was none", help: call)
    case .badPointer:
      .error(
        .run, place, "crash: memory is used where there is none",
        help: "is a variable read before the cell that makes it has run?")
    case .signal(9):
      .error(.run, place, "the program was killed from outside", help: "is there enough memory?")
    case .signal(let number): .error(.run, place, "crash: signal \(number)", help: call)
    }
  }

  /// A variable is read above the cell that makes it, where a number would be 0.
  static func readsEarly(_ name: String, at place: Place, madeAt line: Int) -> Diagnostic {
    .error(
      .order, place, "'\(name)' is read here, and line \(line) makes it",
      help: "move the cell that makes it above this line")
  }

  /// A session printed too much; `bytes` of it a cell.
  static func floods(_ cell: Place, _ bytes: Int, _ limits: Limits) -> Diagnostic {
    let most = limits.output ?? 0
    let amount =
      bytes > most ? "more than the \(size(most))" : "\(tenths(bytes)) of the \(size(most))"
    return .error(
      .limit, cell,
      "too much output: this cell printed \(amount) that a session may print in all",
      help: "print less, as one line every hundred steps")
  }

  /// A size in bytes as megabytes with one digit behind the point.
  private static func tenths(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// A cell that succeeds writes on standard error.
  static func writesOnStandardError(_ words: String, at cell: Place) -> Diagnostic {
    .warning(
      .run, cell, "the cell writes on standard error, which no page shows",
      help: "print what readers should see, and remove the rest\n\(words)")
  }

  /// A program passed a limit while `step` ran.
  static func stopped(
    _ limit: Limits.Limit, in step: Place, _ limits: Limits, _ allowance: Allowance
  ) -> Diagnostic {
    switch limit {
    case .time:
      .error(
        .limit, step, "time is up: the session still ran here after \(allowance.seconds) s",
        help: "do less, or allow more with 'timeout: SECONDS' "
          + (allowance.line.map { "in line \($0)" } ?? "in the front matter"))
    case .output: .floods(step, .max, limits)
    case .memory:
      .error(
        .limit, step, "too much memory: a session may hold \(size(limits.memory))",
        help: "hold less at a time: smaller batches, shorter histories")
    case .fileSize:
      .error(
        .limit, step, "too large a file: a session may write files of \(size(limits.fileSize))",
        help: "write less, or nothing: what a page shows needs no file")
    case .processes:
      .error(
        .limit, step, "too many processes: a session may have \(limits.processes ?? 0) at a time",
        help: "wait for each process to end before the next begins")
    }
  }

  /// A size in bytes, in words.
  private static func size(_ bytes: Int?) -> String {
    let megabytes = (bytes ?? 0) / 1_000_000
    return megabytes % 1000 == 0 ? "\(megabytes / 1000) GB" : "\(megabytes) MB"
  }

  /// A program ended by itself before its last step.
  static func endedEarly(in step: Place, code: Int) -> Diagnostic {
    .error(
      .run, step, "the program ends here, with exit code \(code), before the session's last line",
      help: "a cell must not call exit")
  }

  /// A program went to its end and failed then.
  static func failedAtEnd(in step: Place, code: Int) -> Diagnostic {
    .error(.run, step, "the session came to its end and then failed with exit code \(code)")
  }

  /// A program went to its end and did not take its steps in turn.
  static func outOfTurn(_ step: Place) -> Diagnostic {
    .error(
      .order, step, "the session's cells did not run in their order: this is the first out of turn",
      help: "a name that begins with '_' may be one of Gradus's own")
  }

  /// A cell that must not compile does.
  static func compiles(at cell: Place) -> Diagnostic {
    .error(
      .expectation, cell, "the cell compiles, though it says 'error: compile'",
      help: "take the option away, or show what does not compile")
  }

  /// Nothing can be said of a cell that must not compile, since those above it do not either.
  static func needsCellsBelow(at cell: Place, _ first: Diagnostic?) -> Diagnostic {
    .error(
      .expectation, cell, "the cells above this one do not compile without the cells below it",
      help: first.map { "line \($0.place.line): \($0.summary)" })
  }

  /// A cell that must trap does not.
  static func doesNotTrap(at cell: Place) -> Diagnostic {
    .error(
      .expectation, cell, "the cell does not trap, though it says 'error: trap'",
      help: "take the option away, or show what traps")
  }

  /// An input gives no file; `known` are the files that there are.
  static func input(
    _ name: String, _ refusal: CourseFolder.Refusal, at place: Place,
    known: @autoclosure () -> [String]
  ) -> Diagnostic {
    switch refusal {
    case .missing:
      .error(
        .input, place, "there is no input '\(name)'", help: suggestion(for: name, among: known()))
    case .noFile:
      .error(.input, place, "the input '\(name)' is not a file", help: "name each file of it")
    case .outside:
      .error(
        .input, place, "the input '\(name)' lies outside the course",
        help: "copy it into the course's folder")
    }
  }

  /// Two runs of a lesson found different things, here first.
  static func differs(at step: Place, _ title: String, _ change: String?) -> Diagnostic {
    .error(
      .repetition, step,
      "two runs differ here first: " + title + (change.map { " is \($0)" } ?? ""),
      help: causesOfDifference)
  }

  /// Of two runs of a lesson, the second fails.
  static func failsSecondTime(_ failure: Diagnostic) -> Diagnostic {
    .error(
      .repetition, failure.place, "two runs differ: only the second fails: \(failure.summary)",
      help: causesOfDifference)
  }

  private static let causesOfDifference =
    "the usual causes are the clock, randomness without a seed, "
    + "and the order of a dictionary or a set"

  /// The compiler itself failed.
  static func compilerFailed(at place: Place, words: String?) -> Diagnostic {
    .error(
      .compile, place,
      "the Swift compiler failed on this session" + (words.map { ": \($0)" } ?? ""),
      help: "'gradus program' prints what it was given")
  }
}

extension Fault {
  static func unwritable(_ path: String, _ reason: String) -> Fault {
    Fault(.machine, "'\(path)' cannot be written: \(reason)")
  }

  static func unreadable(_ path: String) -> Fault {
    Fault(.machine, "'\(path)' cannot be read, which lessons are made with")
  }

  /// What runs now is not what the sources say, so nobody must find it under their digest.
  static let outdated = Fault(
    .ours, "the engine has changed since Gradus was built", help: "build it again with './gradus'")

  static func uncleaned(_ path: String, _ reason: String) -> Fault {
    Fault(.machine, "'\(path)' cannot be emptied: \(reason)")
  }

  static func unknownTargets(_ words: String) -> Fault {
    Fault(
      .machine, "what Notebook is made of cannot be known, since SwiftPM cannot read its package",
      help: words.split(separator: "\n").first.map(String.init))
  }

  /// The compiler cannot say what a module declares.
  static func unlisted(_ module: String, _ words: String) -> Fault {
    Fault(
      .machine,
      "what a cell can use of \(module) cannot be listed: 'swift symbolgraph-extract' fails",
      help: words.split(separator: "\n").first.map(String.init))
  }

  static func uncopied(_ input: String, _ reason: String) -> Fault {
    Fault(.machine, "the input '\(input)' cannot be copied: \(reason)")
  }

  static func cannotStart(_ program: String, _ reason: String) -> Fault {
    Fault(.machine, "'\(program)' cannot be started: \(reason)")
  }

  static let noCompiler = Fault(
    .machine, "the Swift compiler 'swiftc' is not on the PATH",
    help: "install Swift 6 from https://www.swift.org/install")

  static func strangeCompiler(_ path: String) -> Fault {
    Fault(.machine, "'\(path) --version' does not name a Swift version")
  }

  static func noNotebook(_ path: String) -> Fault {
    Fault(
      .machine, "'\(path)' is missing, which lessons are compiled with", help: "build Gradus again")
  }

  static func noPackage(above folder: String) -> Fault {
    Fault(
      .machine, "no 'Package.swift' in a folder above '\(folder)'",
      help: "Gradus runs from where it was built")
  }

  package static let interrupted = Fault(.interrupted, "interrupted")

  static func unreadableRecords(of file: String) -> Fault {
    Fault(.ours, "what the program of '\(file)' recorded cannot be read")
  }

  static func generatedProgram(of file: String, _ words: String) -> Fault {
    Fault(.ours, "the program made of '\(file)' does not compile: \(words)")
  }
}
