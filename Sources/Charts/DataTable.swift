/// What a chart says, as a table: `x`, then a column for each series.
public struct DataTable: Equatable, Sendable {
  /// The columns' names.
  public var header: [String]
  /// The rows, each as long as the header; what a series does not have is nil.
  public var rows: [[Datum?]]

  /// Creates the table of a chart's lines, points, bars and bands.
  public init(of chart: Chart) {
    header = []
    rows = []
  }

  /// The table as RFC 4180 writes it, numbers in full.
  public var csv: String { "" }
}
