internal import Lessons
internal import Records

/// A session of a lesson: compiles and runs its program and reports the result.
struct Session {
  let program: Program
  let inputs: Inputs
  private let undeclared: UndeclaredInputs
  private let timeLimit: TimeLimit

  /// Creates a session from a lesson.
  init(_ name: String, of lesson: Lesson) {
    program = Program(lesson, session: name)
    timeLimit = TimeLimit(of: name, in: lesson)
    inputs = Inputs(of: name, in: lesson)
    undeclared = UndeclaredInputs(of: name, in: lesson)
  }

  /// The session as events name it.
  var subject: RunEvent.SessionID {
    let isNamed = program.session != CellOptions.defaultSession
    return RunEvent.SessionID(file: program.file, session: isNamed ? program.session : nil)
  }

  /// Compiles and runs the program in a scratch folder inside `parent`.
  func run(_ compiler: Compiler, options: ExecutionOptions, in parent: String)
    async throws(Fault) -> RunResult
  {
    var options = options
    options.limits.time = .seconds(timeLimit.seconds)
    return try await ScratchFolder.with(in: parent) { scratch throws(Fault) in
      let compilation = try await compiler.compile(program, in: scratch)
      let expected = try await ExpectedCompileErrors(
        of: program, isSound: compilation.succeeded, compiler: compiler, scratch: scratch)
      var results = RunResult()
      if compilation.succeeded, inputs.diagnostics.isEmpty {
        results = try await runProgram(compiler, options, scratch: scratch)
      }
      results.records += expected.records
      results.diagnostics =
        inputs.diagnostics + compilation.diagnostics + expected.diagnostics + results.diagnostics
      return results
    }
  }

  /// Runs the compiled program.
  private func runProgram(
    _ compiler: Compiler, _ options: ExecutionOptions, scratch: ScratchFolder
  ) async throws(Fault) -> RunResult {
    try inputs.copy(to: scratch.home)
    let runner = Runner(program: program, scratch: scratch, options: options)
    let run = try await runner.run { options.watcher(.progressed(subject, $0)) }
    for protection in run.unavailable { options.watcher(.notIsolated(protection)) }
    let trace = ExecutionTrace(run.records, of: program)
    var results = RunResult(records: trace.finalRecords(output: run.output), isComplete: true)
    let trap = ExpectedTrap(of: program)
    if let failure = trap?.failure(run, trace, scratch: scratch) {
      results.records.append(.failure(failure))
      return results
    }
    var errors = errors(run, trace, limits: options.limits, scratch: scratch)
    if errors.isEmpty, let step = trace.firstStepOutOfOrder {
      errors = try await orderErrors(at: step, compiler, scratch: scratch)
    }
    results.isComplete = errors.isEmpty
    if errors.isEmpty, let trap { errors = [.doesNotTrap(at: trap.place)] }
    results.diagnostics = errors.isEmpty ? warnings(run, trace, scratch: scratch) : errors
    return results
  }

  /// The errors of a run that did not end as it should, with the end of its standard error.
  private func errors(
    _ run: Runner.Run, _ trace: ExecutionTrace, limits: Limits, scratch: ScratchFolder
  ) -> [Diagnostic] {
    let here = place(of: trace.runningStep)
    switch run.ending {
    case .stopped(.output): return [tooMuchOutput(run, trace, limits: limits, place: here)]
    case .stopped(let limit):
      return [
        .stopped(limit, in: here, limits: limits, timeLimit: timeLimit)
          .adding(tail(run.errors, scratch))
      ]
    case .signalled(let signal):
      let crash = Crash(signal: signal, errors: run.errors, file: program.fileInSource)
      let errors = tail(Crash.output(before: crash.cause, in: run.errors), scratch)
      return crash.cause == .outOfMemory
        ? [.stopped(.memory, in: here, limits: limits, timeLimit: timeLimit).adding(errors)]
        : [crashed(crash, here).adding(undeclared.advice(afterFailure: run.errors), errors)]
    case .exited(let code):
      if trace.hasEnded && code == 0 { return [] }
      let error: Diagnostic =
        trace.hasEnded
        ? .failedAtEnd(in: here, code: code) : .endedEarly(in: here, code: code)
      let advice = code == 0 ? nil : undeclared.advice(afterFailure: run.errors)
      return [error.adding(advice, tail(run.errors, scratch))]
    }
  }

  /// The error of too much output, at the cell that printed most rather than the running one.
  private func tooMuchOutput(
    _ run: Runner.Run, _ trace: ExecutionTrace, limits: Limits, place here: Place
  ) -> Diagnostic {
    guard
      let most = trace.cellWithMostOutput(
        outputSize: run.outputSize, errorSize: run.errorSize),
      let cell = program.cells.first(where: { $0.index == most.cell })
    else { return .tooMuchOutput(here, bytes: .max, limits: limits) }
    return .tooMuchOutput(place(of: .cell(cell)), bytes: most.bytes, limits: limits)
  }

  /// The warnings of a session that succeeded: its output on standard error, cell by cell.
  private func warnings(
    _ run: Runner.Run, _ trace: ExecutionTrace, scratch: ScratchFolder
  ) -> [Diagnostic] {
    let texts = trace.errorTexts(run.errorBytes)
    return program.cells.compactMap { cell in
      texts[cell.index].flatMap { tail($0, scratch) }.map {
        .standardError($0, at: place(of: .cell(cell)))
      }
    }
  }

  /// The last lines of standard error, without paths; nil if it is empty.
  private func tail(_ errors: String, _ scratch: ScratchFolder) -> String? {
    StandardErrorTail(scratch.normalised(errors)).text
  }

  private func crashed(_ crash: Crash, _ here: Place) -> Diagnostic {
    guard let frame = crash.frames.first else { return .died(crash.cause, at: here) }
    let place = SourceMap(program).place(line: frame.line, column: frame.column)
    let caller = crash.frames.first { $0.line != frame.line }
    return .died(crash.cause, at: place, calledFrom: caller?.line)
  }

  /// The errors of a program whose steps did not run in order.
  ///
  /// A string or comment that is opened in one cell and closed in another compiles and swallows
  /// what is between; parsing the steps separately shows where.
  private func orderErrors(
    at step: Step, _ compiler: Compiler, scratch: ScratchFolder
  ) async throws(Fault) -> [Diagnostic] {
    let errors = try await compiler.syntaxErrors(in: program, scratch)
    return errors.isEmpty ? [.outOfOrder(place(of: step))] : errors
  }

  private func place(of step: Step?) -> Place {
    Place(file: program.file, line: step?.line ?? 1)
  }
}

extension Diagnostic {
  /// Returns the diagnostic with more lines of help.
  fileprivate func adding(_ more: String?...) -> Diagnostic {
    var diagnostic = self
    let all = ([help] + more).compactMap(\.self)
    diagnostic.help = all.isEmpty ? nil : all.joined(separator: "\n")
    return diagnostic
  }
}
