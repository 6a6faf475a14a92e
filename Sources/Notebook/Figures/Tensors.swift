public import Charts
public import Engine

extension HeatMap {
  /// Creates the heat map of a matrix, one row for each of its rows.
  ///
  /// - Parameters:
  ///   - matrix: A tensor [rows, columns]; one of another rank is taken as a single row.
  ///   - x: The columns' places; without them 1, 2, …
  ///   - y: The rows' places; without them 1, 2, …
  public init(_ matrix: Tensor, x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    let (values, width) = (matrix.values, matrix.shape.count == 2 ? matrix.shape[1] : matrix.count)
    let rows = stride(from: 0, to: values.count, by: max(1, width)).map {
      Array(values[$0..<min($0 + width, values.count)])
    }
    self.init(rows, x: x, y: y)
  }
}

extension HistogramMark {
  /// Counts the values of a tensor.
  public init(
    _ tensor: Tensor, bins: Int = 40, over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    self.init(tensor.values, bins: bins, over: range, series: series)
  }
}

extension RidgeMark {
  /// Counts the values of a tensor above `y`.
  public init(
    _ tensor: Tensor, y: some Plottable, bins: Int = 60, over range: ClosedRange<Double>? = nil,
    series: String? = nil
  ) {
    self.init(tensor.values, y: y, bins: bins, over: range, series: series)
  }
}
