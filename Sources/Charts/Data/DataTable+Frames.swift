extension DataTable {
  /// Creates the table of several charts below each other, with the varied value as the first column.
  ///
  /// A series has the same column in all charts; the name of the x column is that of the first chart.
  ///
  /// - Parameters:
  ///   - frames: The charts, each with its value.
  ///   - variable: The name of the varied quantity.
  public init(of frames: [(value: Datum, chart: Chart)], varying variable: String) {
    let tables = frames.map { ($0.value, DataTable(of: $0.chart)) }
    var columns: [String] = []
    for (_, table) in tables {
      columns += table.header.dropFirst().filter { !columns.contains($0) }
    }
    let abscissa = tables.first?.1.header.first ?? "x"
    self.init(
      header: [variable, abscissa] + columns,
      rows: tables.flatMap { value, table in
        table.rows(in: columns).map { [value] + $0 }
      })
  }

  /// The rows rearranged to the given columns; values of missing columns are nil.
  private func rows(in columns: [String]) -> [[Datum?]] {
    let places = columns.map { header.dropFirst().firstIndex(of: $0) }
    return rows.map { row in [row[0]] + places.map { place in place.flatMap { row[$0] } } }
  }
}
