/// What a chart says, as a table: its abscissa, then a column for each series.
///
/// Rows stand in the order in which the marks came, or in the order of the abscissa if
/// every series came in that order. Rules and texts are not data and have no row. Bins, arrows and
/// rectangles have a column for where they end on the horizontal axis.
public struct DataTable: Equatable, Sendable {
  /// The columns' names.
  public private(set) var header: [String] = []
  /// The rows, each as long as the header; what a series does not have is nil.
  public private(set) var rows: [[Datum?]] = []

  init(header: [String], rows: [[Datum?]]) {
    self.header = header
    self.rows = rows
  }

  /// Creates the table of a chart's values.
  ///
  /// Ridges and heat maps of up to 20 rows have a column for each of their rows, larger ones and
  /// surfaces one for the row's place and one for the value; small multiples have one for each of
  /// their series.
  public init(of chart: Chart) {
    let isLying = chart.marks.contains(where: \.isLyingBar)
    let isScheme = chart.marks.contains(where: \.isOfScheme)
    let x =
      isScheme ? "from → to" : isLying ? chart.yAxis.label ?? "" : chart.xAxis.label ?? "x"
    let y = isLying ? chart.xAxis.label ?? "x" : chart.yAxis.label ?? "y"
    var collector = DataTableCollector(
      x: x, y: chart.yAxis.label ?? "y", value: chart.colorAxis.label ?? "value")
    for mark in chart.marks { collector.take(mark) }
    collector.addUnconnected(chart.marks)
    header = [x] + collector.columns.map { $0.name(unnamed: y) }
    rows = collector.rows(width: header.count)
  }
}
