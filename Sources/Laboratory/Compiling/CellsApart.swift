internal import Lessons
internal import Records

/// What came of the cells of a session that must not compile.
struct CellsApart {
  /// How they failed.
  private(set) var records: [Record] = []
  /// Which of them did not.
  private(set) var diagnostics: [Diagnostic] = []

  /// Compiles each of them with the session's cells above it, so that it fails for the reason that
  /// the page shows.
  ///
  /// - Parameters:
  ///   - program: The session's program.
  ///   - isSound: Whether that compiles; if not, the fault of a cell above has been told already.
  ///   - compiler: What compiles.
  ///   - scratch: Where it does.
  /// - Throws: What kept the compiler from working.
  init(
    of program: Program, isSound: Bool, _ compiler: Compiler, _ scratch: Scratch
  ) async throws(Fault) {
    for cell in program.cellsApart {
      let compilation = try await compiler.check(Program(program, upTo: cell), in: scratch)
      let place = Place(file: program.file, line: cell.fenceLine)
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      let step = Step.cell(cell)
      let own = errors.filter { step.firstLine...step.lastLine ~= $0.place.line }
      if !own.isEmpty {
        let messages = own.flatMap { Failure.Message.all(of: $0, in: cell) }
        records.append(.failure(Failure(cell: cell.index, messages: messages)))
      } else if compilation.succeeded {
        diagnostics.append(.compiles(at: place))
      } else if isSound {
        diagnostics.append(.needsCellsBelow(at: place, errors.first))
      }
    }
  }
}

extension Failure.Message {
  /// An error of the compiler, and what it adds; that names no line, since lines may move.
  fileprivate static func all(of error: Diagnostic, in cell: Cell) -> [Failure.Message] {
    let place = CellPlace(cell: cell.index, line: error.place.line - cell.codeLine)
    let note = error.help.map { $0.replacing(/\ \(line \d+\)$/, with: "") }
    return [Failure.Message("error: \(error.summary)", at: place)]
      + (note.map { [Failure.Message("note: \($0)")] } ?? [])
  }
}
