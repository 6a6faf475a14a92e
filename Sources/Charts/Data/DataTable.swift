/// The data of a chart as a table: x, then a column for each series.
///
/// Rows are in the order of the marks, or in the order of x if every series is in that order. Rules and
/// texts are not data and have no row. Bins, arrows and rectangles have a column for their end on the
/// horizontal axis.
public struct DataTable: Equatable, Sendable {
  /// The columns' names.
  public private(set) var header: [String] = []
  /// The rows, each as long as the header; missing values are nil.
  public private(set) var rows: [[Datum?]] = []

  init(header: [String], rows: [[Datum?]]) {
    self.header = header
    self.rows = rows
  }

  /// Creates the table of a chart's values.
  ///
  /// Ridges and heat maps of up to 20 rows have a column for each of their rows; larger ones and
  /// surfaces have one for y and one for the value. Panels have a column for each of their series.
  public init(of chart: Chart) {
    let isHorizontal = chart.marks.contains(where: \.isHorizontalBar)
    let isScheme = chart.marks.contains(where: \.isPartOfScheme)
    let x =
      isScheme ? "from → to" : isHorizontal ? chart.yAxis.label ?? "" : chart.xAxis.label ?? "x"
    let y = isHorizontal ? chart.xAxis.label ?? "x" : chart.yAxis.label ?? "y"
    var collector = DataTableCollector(
      x: x, y: chart.yAxis.label ?? "y", value: chart.colorAxis.label ?? "value")
    for mark in chart.marks { collector.add(mark) }
    collector.addUnconnected(chart.marks)
    header = [x] + collector.columns.map { $0.name(unnamed: y) }
    rows = collector.rows(width: header.count)
  }
}
