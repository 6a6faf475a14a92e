internal import Lessons

/// One session of a lesson on its way: compiled, run, and what came of it told.
struct Session {
  private let program: Program
  private let seconds: Int

  /// A session of a lesson.
  init(_ name: String, of lesson: Lesson) {
    program = Program(lesson, session: name)
    seconds = lesson.frontMatter.timeout
  }

  /// Compiles and runs the program, in a folder of its own inside `parent`.
  func run(_ compiler: Compiler, in parent: String) async throws(Fault) -> Findings {
    try await Scratch.with(in: parent) { scratch throws(Fault) in
      let compilation = try await compiler.compile(program, in: scratch)
      guard compilation.succeeded else { return Findings(diagnostics: compilation.diagnostics) }
      let run = try await Runner.run(program, in: scratch, seconds: seconds)
      let transcript = Transcript(run.records, of: program)
      var errors = errors(run, transcript)
      if errors.isEmpty, let step = transcript.outOfTurn {
        errors = try await disorder(at: step, compiler, scratch)
      }
      return Findings(
        records: transcript.settled(output: run.output),
        diagnostics: compilation.diagnostics + errors, isComplete: errors.isEmpty)
    }
  }

  /// What was wrong with how the program ended.
  private func errors(_ run: Runner.Run, _ transcript: Transcript) -> [Diagnostic] {
    let here = place(of: transcript.running)
    switch run.ending {
    case .stopped(let limit): return [.stopped(limit, in: here, seconds: seconds)]
    case .signalled(let signal):
      return [died(Crash(signal: signal, errors: run.errors, file: program.file), here)]
    case .exited(let code):
      if !transcript.hasEnded { return [.endedEarly(in: here, code: code)] }
      return code == 0 ? [] : [.failedAtEnd(in: here, code: code)]
    }
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
