internal import Records

/// Makes a table, to which prose refers by `tbl:name`.
///
///     table("initialisers", columns: "initialiser", "gradient left") {
///       for (name, left) in results { Row(name, left) }
///     }
///     .caption("What each initialiser leaves of the gradient.")
///
/// Rethrows what the block throws.
///
/// - Parameters:
///   - name: The table's name, unique in its lesson.
///   - columns: The names of its columns.
///   - line: The line of the call.
///   - rows: Its rows, each with one value for each column.
/// - Returns: The table, for setting its caption.
@MainActor @discardableResult
public func table(
  _ name: String, columns: String..., line: Int = #line,
  @TableBuilder rows: @MainActor () throws -> [Row]
) rethrows -> TableInProgress {
  let recorder = Recorder.current
  let table = ResultTable(
    name: name, columns: columns,
    rows: try rows().map { ResultTable.Row($0.entries, place: recorder.place(of: $0.line)) },
    place: recorder.place(of: line))
  return TableInProgress(id: recorder.nextID(), table: table)
}

/// A row of a table: numbers, truth values and texts; nil leaves a cell of the table empty.
public struct Row {
  let entries: [ResultTable.Entry]
  let line: Int

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - values: Its values, from left to right.
  ///   - line: The line of the call.
  public init(_ values: any Tabular..., line: Int = #line) {
    entries = values.map(\._entry.entry)
    self.line = line
  }
}

/// Collects the rows of a block that can contain loops, conditions and local values.
@resultBuilder
public enum TableBuilder {
  /// Returns one row as a list.
  public static func buildExpression(_ row: Row) -> [Row] { [row] }

  /// Returns given rows.
  public static func buildExpression(_ rows: [Row]) -> [Row] { rows }

  /// Concatenates the rows of several statements.
  public static func buildBlock(_ parts: [Row]...) -> [Row] { Array(parts.joined()) }

  /// Concatenates the rows of a loop's iterations.
  public static func buildArray(_ parts: [[Row]]) -> [Row] { Array(parts.joined()) }

  /// Returns the rows of an `if` without `else`, or an empty list.
  public static func buildOptional(_ part: [Row]?) -> [Row] { part ?? [] }

  /// Returns the rows of a condition's first branch.
  public static func buildEither(first part: [Row]) -> [Row] { part }

  /// Returns the rows of a condition's second branch.
  public static func buildEither(second part: [Row]) -> [Row] { part }
}

/// A table that can still be changed; each method records the changed table again.
@MainActor
public struct TableInProgress {
  private let id: Int
  private let table: ResultTable

  init(id: Int, table: ResultTable) {
    self.id = id
    self.table = table
    Recorder.current.write(.table(id: id, table))
  }

  /// Sets the caption above the table.
  @discardableResult
  public func caption(_ text: String) -> TableInProgress {
    var table = table
    table.caption = text
    return TableInProgress(id: id, table: table)
  }
}
