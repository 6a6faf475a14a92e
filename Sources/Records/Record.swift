/// A message from a lesson's program to the build: plain data, one JSON value per line, no markup.
public enum Record: Codable, Equatable, Sendable {
  /// The start of a cell; its output starts at byte `outputStart` of the program's standard output and
  /// at byte `errorStart` of its standard error.
  case cell(index: Int, outputStart: Int, errorStart: Int = 0)
  /// The output of a cell as a terminal would finally show it: see ``StyledText``.
  case output(cell: Int, text: String)
  /// The text of an inline value.
  case value(index: Int, text: String)
  /// An inline value that was nil or empty, for which the page has no text.
  case nothing(index: Int)
  /// A claim of a cell, with its measurement.
  case claim(Claim)
  /// A figure of a cell; a later record with the same `id` replaces it.
  case figure(id: Int, Figure)
  /// A table of a cell; a later record with the same `id` replaces it.
  case table(id: Int, ResultTable)
  /// The failure of a cell that was expected to fail.
  case failure(CellFailure)
  /// The progress of a cell.
  case progress(step: Int, of: Int)
  /// The regular end of the program; `engine` describes the numeric library.
  case end(engine: String)
}

/// A line of a cell, which remains correct when the cell moves within its lesson.
public struct CellPlace: Codable, Equatable, Hashable, Sendable {
  /// The cell's number within the lesson.
  public var cell: Int
  /// The line within the cell's code, from 0.
  public var line: Int

  /// Creates the place of a line of a cell.
  public init(cell: Int, line: Int) {
    self.cell = cell
    self.line = line
  }
}

extension Record {
  /// The number by which a later record replaces this one; nil for records that are never replaced.
  public var id: Int? {
    switch self {
    case .figure(let id, _), .table(let id, _): id
    default: nil
    }
  }

  /// This record with another number, if it has one.
  public func with(id: Int) -> Record {
    switch self {
    case .figure(_, let figure): .figure(id: id, figure)
    case .table(_, let table): .table(id: id, table)
    default: self
    }
  }
}
