internal import Records

/// Makes a table that prose calls `tbl:name`.
///
///     table("initialisers", columns: "initialiser", "gradient left") {
///       for (name, left) in results { Row(name, left) }
///     }
///     .caption("What each initialiser leaves of the gradient.")
///
/// - Parameters:
///   - name: The table's name, one per lesson.
///   - columns: The names of its columns.
///   - line: The place of the call.
///   - rows: Its rows, each as long as there are columns.
/// - Returns: The table, to be given a caption.
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
  return TableInProgress(id: recorder.nextNumber(), table: table)
}

/// A row of a table: numbers, truths and words; what is nil leaves its place empty.
public struct Row {
  let entries: [ResultTable.Entry]
  let line: Int

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - values: What stands in it, from left to right.
  ///   - line: The place of the call.
  public init(_ values: any Tabular..., line: Int = #line) {
    entries = values.map(\._entry.entry)
    self.line = line
  }
}

/// Collects the rows that a block lists: with loops, conditions and local values.
@resultBuilder
public enum TableBuilder {
  /// Takes one row.
  public static func buildExpression(_ row: Row) -> [Row] { [row] }

  /// Takes rows that are at hand.
  public static func buildExpression(_ rows: [Row]) -> [Row] { rows }

  /// Joins the rows of statements in order.
  public static func buildBlock(_ parts: [Row]...) -> [Row] { Array(parts.joined()) }

  /// Joins the rows of a loop's turns in order.
  public static func buildArray(_ parts: [[Row]]) -> [Row] { Array(parts.joined()) }

  /// Takes the rows of an `if` without `else`, or none.
  public static func buildOptional(_ part: [Row]?) -> [Row] { part ?? [] }

  /// Takes the rows of a condition's first branch.
  public static func buildEither(first part: [Row]) -> [Row] { part }

  /// Takes the rows of a condition's second branch.
  public static func buildEither(second part: [Row]) -> [Row] { part }
}

/// A table that a cell is making; each call records it anew with what was added.
@MainActor
public struct TableInProgress {
  private let id: Int
  private let table: ResultTable

  init(id: Int, table: ResultTable) {
    self.id = id
    self.table = table
    Recorder.current.write(.table(id: id, table))
  }

  /// The sentence above the table.
  @discardableResult
  public func caption(_ words: String) -> TableInProgress {
    var table = table
    table.caption = words
    return TableInProgress(id: id, table: table)
  }
}
