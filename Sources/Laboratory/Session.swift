internal import Lessons
internal import Records

/// One session of a lesson on its way: compiled, run, and what came of it told.
struct Session {
  let program: Program
  let inputs: Inputs
  private let undeclared: UndeclaredInputs
  private let allowance: Allowance

  /// A session of a lesson.
  init(_ name: String, of lesson: Lesson) {
    program = Program(lesson, session: name)
    allowance = Allowance(of: name, in: lesson)
    inputs = Inputs(of: name, in: lesson)
    undeclared = UndeclaredInputs(of: name, in: lesson)
  }

  /// The session, for whoever watches.
  var subject: Event.Subject {
    let isNamed = program.session != CellOptions.defaultSession
    return Event.Subject(file: program.file, session: isNamed ? program.session : nil)
  }

  /// Compiles and runs the program, in a folder of its own inside `parent`.
  func run(_ compiler: Compiler, under conditions: Conditions, in parent: String)
    async throws(Fault) -> Findings
  {
    var conditions = conditions
    conditions.limits.time = .seconds(allowance.seconds)
    return try await Scratch.with(in: parent) { scratch throws(Fault) in
      let compilation = try await compiler.compile(program, in: scratch)
      let apart = try await CellsApart(
        of: program, isSound: compilation.succeeded, compiler, scratch)
      var findings = Findings()
      if compilation.succeeded, inputs.diagnostics.isEmpty {
        findings = try await result(compiler, conditions, scratch)
      }
      findings.records += apart.records
      findings.diagnostics =
        inputs.diagnostics + compilation.diagnostics + apart.diagnostics + findings.diagnostics
      return findings
    }
  }

  /// Runs the program that has been compiled.
  private func result(_ compiler: Compiler, _ conditions: Conditions, _ scratch: Scratch)
    async throws(Fault) -> Findings
  {
    try inputs.copy(to: scratch.home)
    let runner = Runner(program: program, scratch: scratch, conditions: conditions)
    let run = try await runner.run { conditions.watcher(.reached(subject, $0)) }
    for protection in run.refused { conditions.watcher(.unprotected(protection)) }
    let transcript = Transcript(run.records, of: program)
    var findings = Findings(records: transcript.settled(output: run.output), isComplete: true)
    let trap = ExpectedTrap(of: program)
    if let failure = trap?.failure(run, transcript, scratch) {
      findings.records.append(.failure(failure))
      return findings
    }
    var errors = errors(run, transcript, conditions.limits, scratch)
    if errors.isEmpty, let step = transcript.outOfTurn {
      errors = try await disorder(at: step, compiler, scratch)
    }
    findings.isComplete = errors.isEmpty
    if errors.isEmpty, let trap { errors = [.doesNotTrap(at: trap.place)] }
    findings.diagnostics = errors.isEmpty ? warnings(run, transcript, scratch) : errors
    return findings
  }

  /// What was wrong with how the program ended, with what it wrote on standard error.
  private func errors(
    _ run: Runner.Run, _ transcript: Transcript, _ limits: Limits, _ scratch: Scratch
  ) -> [Diagnostic] {
    let here = place(of: transcript.running)
    switch run.ending {
    case .stopped(.output): return [flood(run, transcript, limits, here)]
    case .stopped(let limit):
      return [.stopped(limit, in: here, limits, allowance).with(tail(run.errors, scratch))]
    case .signalled(let signal):
      let crash = Crash(signal: signal, errors: run.errors, file: program.fileInSource)
      let said = tail(Crash.said(before: crash.cause, in: run.errors), scratch)
      return crash.cause == .outOfMemory
        ? [.stopped(.memory, in: here, limits, allowance).with(said)]
        : [died(crash, here).with(undeclared.advice(afterFailure: run.errors), said)]
    case .exited(let code):
      if transcript.hasEnded && code == 0 { return [] }
      let error: Diagnostic =
        transcript.hasEnded
        ? .failedAtEnd(in: here, code: code) : .endedEarly(in: here, code: code)
      let advice = code == 0 ? nil : undeclared.advice(afterFailure: run.errors)
      return [error.with(advice, tail(run.errors, scratch))]
    }
  }

  /// Whoever printed most is told, not whoever ran when it was noticed.
  private func flood(
    _ run: Runner.Run, _ transcript: Transcript, _ limits: Limits, _ here: Place
  ) -> Diagnostic {
    guard let loudest = transcript.loudest(printed: run.printed, said: run.said),
      let cell = program.cells.first(where: { $0.index == loudest.cell })
    else { return .floods(here, .max, limits) }
    return .floods(place(of: .cell(cell)), loudest.bytes, limits)
  }

  /// What a session that succeeded should still be told.
  private func warnings(_ run: Runner.Run, _ transcript: Transcript, _ scratch: Scratch)
    -> [Diagnostic]
  {
    let texts = transcript.errorTexts(run.errorBytes)
    return program.cells.compactMap { cell in
      texts[cell.index].flatMap { tail($0, scratch) }.map {
        .writesOnStandardError($0, at: place(of: .cell(cell)))
      }
    }
  }

  /// The end of what was written on standard error.
  private func tail(_ errors: String, _ scratch: Scratch) -> String? {
    StandardErrorTail(scratch.pathFree(errors)).words
  }

  private func died(_ crash: Crash, _ here: Place) -> Diagnostic {
    guard let frame = crash.frames.first else { return .died(crash.cause, at: here) }
    let place = SourceMap(program).place(line: frame.line, column: frame.column)
    let caller = crash.frames.first { $0.line != frame.line }
    return .died(crash.cause, at: place, calledFrom: caller?.line)
  }

  /// A quotation or comment that one cell opens and another closes compiles and leaves out what is
  /// between; the steps by themselves show where.
  private func disorder(at step: Step, _ compiler: Compiler, _ scratch: Scratch)
    async throws(Fault) -> [Diagnostic]
  {
    let errors = try await compiler.syntaxErrors(in: program, scratch)
    return errors.isEmpty ? [.outOfTurn(place(of: step))] : errors
  }

  private func place(of step: Step?) -> Place {
    Place(file: program.file, line: step?.line ?? 1)
  }
}

extension Diagnostic {
  /// The same with more help, where there is more.
  fileprivate func with(_ more: String?...) -> Diagnostic {
    var diagnostic = self
    let all = ([help] + more).compactMap(\.self)
    diagnostic.help = all.isEmpty ? nil : all.joined(separator: "\n")
    return diagnostic
  }
}
