internal import Charts
internal import Records

/// Numbers and names in rows and columns, of a figure or a table.
struct Sheet {
  /// The columns' names.
  var header: [String]
  /// The rows; nothing stands where a value is nil or a row ends early.
  var rows: [[Datum?]]
  /// How many columns, from the left, say which row it is.
  var keyWidth: Int

  /// All numbers that a figure shows, by the value of its sweep and by its abscissa.
  init(_ figure: Figure) {
    let data = figure.data
    (header, rows) = (data.header, data.rows)
    keyWidth = figure.sweep == nil ? 1 : 2
  }

  /// A table, by its first column.
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
  /// A whole number too long for a `Double` is its digits.
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
