internal import Glibc
internal import Lessons
internal import Records

/// The cell of a session that must trap.
struct ExpectedTrap {
  private let program: Program
  private let cell: Cell

  /// The cell of a program that must trap; nil where none must.
  init?(of program: Program) {
    let cells = program.steps.compactMap { step in
      if case .cell(let cell) = step { cell } else { nil }
    }
    guard let cell = cells.first(where: { $0.options.error == .trap }) else { return nil }
    self.program = program
    self.cell = cell
  }

  /// The cell's place in the lesson.
  var place: Place { Place(file: program.file, line: cell.fenceLine) }

  /// How the cell trapped; nil where the program ended in another way or elsewhere.
  func failure(_ run: Runner.Run, _ transcript: Transcript, _ scratch: Scratch) -> Failure? {
    guard case .signalled(let signal) = run.ending, signal != SIGKILL,
      transcript.running == .cell(cell)
    else { return nil }
    let crash = Crash(signal: signal, errors: run.errors, file: program.fileInSource)
    let words = Diagnostic.died(crash.cause, at: place).summary
    let place = crash.frames.first.flatMap { program.cellPlace(ofLine: $0.line) }
    return Failure(
      cell: cell.index, messages: [Failure.Message(scratch.pathFree(words), at: place)])
  }
}

extension Program {
  /// The line of a cell that is line `line` of the lesson.
  fileprivate func cellPlace(ofLine line: Int) -> CellPlace? {
    for case .cell(let cell) in steps where cell.codeLine <= line {
      if line < cell.codeLine + cell.indents.count {
        return CellPlace(cell: cell.index, line: line - cell.codeLine)
      }
    }
    return nil
  }
}
