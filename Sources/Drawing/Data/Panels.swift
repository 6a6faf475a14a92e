import Charts

/// The small multiples of a chart, in the order in which their names came.
struct Panels {
  /// What distinguishes a small multiple.
  struct ID {
    var column: String?
    var row: String?

    /// What it is called among all.
    var name: String { [column, row].compactMap { $0 }.joined(separator: ", ") }
  }

  let columns: [String]
  /// The rows' names; none if the panels are a row that is wrapped.
  let rows: [String]

  init(of chart: Chart) {
    columns = distinct(chart.marks.map(\.facet))
    rows = distinct(chart.marks.map(\.facetRow))
  }

  /// All panels, row after row.
  var ids: [ID] {
    rows.isEmpty
      ? columns.map { ID(column: $0) }
      : rows.flatMap { row in columns.map { ID(column: $0, row: row) } }
  }
}

/// Different names in the order in which they came.
private func distinct(_ names: [String?]) -> [String] {
  var known: Set<String> = []
  return names.compactMap { $0 }.filter { known.insert($0).inserted }
}
