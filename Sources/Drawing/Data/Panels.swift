import Charts

/// The small multiples of a chart, in order of first appearance.
struct Panels {
  /// The column and row names that identify a small multiple.
  struct ID {
    var column: String?
    var row: String?

    /// The name of the panel, which is unique in its chart.
    var name: String { [column, row].compactMap { $0 }.joined(separator: ", ") }
  }

  let columns: [String]
  /// The names of the rows; empty if the panels form a single sequence that is wrapped.
  let rows: [String]

  init(of chart: Chart) {
    columns = distinct(chart.marks.map(\.facet))
    rows = distinct(chart.marks.map(\.facetRow))
  }

  /// All panels in row-major order.
  var ids: [ID] {
    rows.isEmpty
      ? columns.map { ID(column: $0) }
      : rows.flatMap { row in columns.map { ID(column: $0, row: row) } }
  }
}

/// The distinct names, in order of first appearance.
private func distinct(_ names: [String?]) -> [String] {
  var known: Set<String> = []
  return names.compactMap { $0 }.filter { known.insert($0).inserted }
}
