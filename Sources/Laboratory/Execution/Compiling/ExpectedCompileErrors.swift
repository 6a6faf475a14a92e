internal import Lessons
internal import Records

/// The results of compiling the cells of a session that are expected not to compile.
struct ExpectedCompileErrors {
  /// The failures of the cells.
  private(set) var records: [Record] = []
  /// Errors for cells that compile, or cannot be checked.
  private(set) var diagnostics: [Diagnostic] = []

  /// Compiles each cell after the session's cells above it, so that it fails for the reason that
  /// the page shows.
  ///
  /// - Parameters:
  ///   - program: The session's program.
  ///   - isSound: Whether the program compiles; if not, its errors have been reported already.
  ///   - compiler: The compiler.
  ///   - scratch: The folder for compiling.
  /// - Throws: A `Fault` if the compiler cannot be run.
  init(
    of program: Program, isSound: Bool, compiler: Compiler, scratch: ScratchFolder
  ) async throws(Fault) {
    for cell in program.cellsExpectedToFail {
      let compilation = try await compiler.check(Program(program, upTo: cell), in: scratch)
      let place = Place(file: program.file, line: cell.fenceLine)
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      let step = Step.cell(cell)
      let own = errors.filter { step.firstLine...step.lastLine ~= $0.place.line }
      if !own.isEmpty {
        let messages = own.flatMap { CellFailure.Message.all(of: $0, in: cell) }
        records.append(.failure(CellFailure(cell: cell.index, messages: messages)))
      } else if compilation.succeeded {
        diagnostics.append(.compiles(at: place))
      } else if isSound {
        diagnostics.append(.needsCellsBelow(at: place, firstError: errors.first))
      }
    }
  }
}

extension CellFailure.Message {
  /// Returns an error of the compiler and its note, without line numbers, since lines can move.
  fileprivate static func all(of error: Diagnostic, in cell: Cell) -> [CellFailure.Message] {
    let place = CellPlace(cell: cell.index, line: error.place.line - cell.codeLine)
    let note = error.help.map { $0.replacing(/\ \(line \d+\)$/, with: "") }
    return [CellFailure.Message("error: \(error.summary)", at: place)]
      + (note.map { [CellFailure.Message("note: \($0)")] } ?? [])
  }
}
