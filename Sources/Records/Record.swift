/// What a lesson's program tells the build: plain data, one JSON value a line, never markup.
public enum Record: Codable, Equatable, Sendable {
  /// A cell begins; what it prints starts at byte `outputStart` of the program's output, and what it
  /// writes on standard error at byte `errorStart` of that.
  case cell(index: Int, outputStart: Int, errorStart: Int = 0)
  /// What a cell printed, as a terminal shows it in the end: see ``StyledText``.
  case output(cell: Int, text: String)
  /// An inline value, as it is to be set.
  case value(index: Int, text: String)
  /// An inline value that was nil or empty, so that there is nothing to set.
  case nothing(index: Int)
  /// A claim that a cell made, with what was measured.
  case claim(Claim)
  /// A figure that a cell drew; a later record with the same `id` takes its place.
  case figure(id: Int, Figure)
  /// A table that a cell made; a later record with the same `id` takes its place.
  case table(id: Int, ResultTable)
  /// How a cell failed that was to fail.
  case failure(Failure)
  /// How far a cell is.
  case progress(step: Int, of: Int)
  /// The program came to its end; `engine` says what it computed with.
  case end(engine: String)
}

/// A line of a cell; the lesson's own lines may move without the record's becoming wrong.
public struct CellPlace: Codable, Equatable, Hashable, Sendable {
  /// The cell's number within the lesson.
  public var cell: Int
  /// The line within the cell's code, from 0.
  public var line: Int

  /// A line of a cell.
  public init(cell: Int, line: Int) {
    self.cell = cell
    self.line = line
  }
}

extension Record {
  /// The number under which a later record takes this one's place; nil for what is said once.
  public var id: Int? {
    switch self {
    case .figure(let id, _), .table(let id, _): id
    default: nil
    }
  }

  /// The same under another number.
  public func with(id: Int) -> Record {
    switch self {
    case .figure(_, let figure): .figure(id: id, figure)
    case .table(_, let table): .table(id: id, table)
    default: self
    }
  }
}
