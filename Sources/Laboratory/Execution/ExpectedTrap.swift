internal import Glibc
internal import Lessons
internal import Records

/// The cell of a session that is expected to trap.
struct ExpectedTrap {
  private let program: Program
  private let cell: Cell

  /// Finds the cell of a program that is expected to trap; nil if the program has no such cell.
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

  /// Returns how the cell trapped; nil if the program ended in another way or elsewhere.
  func failure(
    _ run: Runner.Run, _ trace: ExecutionTrace, scratch: ScratchFolder
  ) -> CellFailure? {
    guard case .signalled(let signal) = run.ending, signal != SIGKILL,
      trace.runningStep == .cell(cell)
    else { return nil }
    let crash = Crash(signal: signal, errors: run.errors, file: program.fileInSource)
    let message = Diagnostic.died(crash.cause, at: place).summary
    let place = crash.frames.first.flatMap { program.cellPlace(ofLine: $0.line) }
    return CellFailure(
      cell: cell.index, messages: [CellFailure.Message(scratch.normalised(message), at: place)])
  }
}

extension Program {
  /// The place within a cell of line `line` of the lesson.
  fileprivate func cellPlace(ofLine line: Int) -> CellPlace? {
    for case .cell(let cell) in steps where cell.codeLine <= line {
      if line < cell.codeLine + cell.indents.count {
        return CellPlace(cell: cell.index, line: line - cell.codeLine)
      }
    }
    return nil
  }
}
