internal import Charts
internal import Records

/// The data of a figure or a table in rows and columns, with key columns that identify the rows.
struct KeyedTable {
  /// The names of all columns, key columns first.
  var header: [String]
  /// The rows; a value is missing if it is nil or its row is shorter.
  var rows: [[Datum?]]
  /// The number of key columns, from the left.
  var keyWidth: Int

  /// The numbers of a figure, keyed by the value of its sweep and the abscissa.
  init(_ figure: Figure) {
    let data = figure.data
    header = data.header
    rows = data.rows
    keyWidth = figure.sweep == nil ? 1 : 2
  }

  /// The entries of a table, keyed by the first column.
  init(_ table: ResultTable) {
    header = table.columns
    rows = table.rows.map { $0.entries.map(\.datum) }
    keyWidth = 1
  }

  func key(_ row: Int) -> [Datum?] { (0..<keyWidth).map { self[row, $0] } }

  subscript(row: Int, column: Int) -> Datum? {
    rows[row].indices.contains(column) ? rows[row][column] : nil
  }
}

extension ResultTable.Entry {
  /// The entry as a number or a name; an integer that no `Double` can represent becomes its digits.
  fileprivate var datum: Datum? {
    switch self {
    case .number(let number): .number(number)
    case .whole(let whole): Double(exactly: whole).map { .number($0) } ?? .category("\(whole)")
    case .truth(let truth): .category("\(truth)")
    case .text(let text): .category(text)
    case .nothing: nil
    }
  }
}
