public import Charts
public import Engine

extension HeatMap {
  /// Creates the heat map of a matrix, with one row of cells for each of its rows.
  ///
  /// - Parameters:
  ///   - matrix: A tensor [rows, columns]; a tensor of another rank is treated as a single row.
  ///   - x: The columns' positions; by default 1, 2, …
  ///   - y: The rows' positions; by default 1, 2, …
  public init(_ matrix: Tensor, x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    let (values, width) = (matrix.values, matrix.shape.count == 2 ? matrix.shape[1] : matrix.count)
    let rows = stride(from: 0, to: values.count, by: max(1, width)).map {
      Array(values[$0..<min($0 + width, values.count)])
    }
    self.init(rows, x: x, y: y)
  }
}

extension HistogramMark {
  /// Counts the values of a tensor in bins of equal width.
  public init(
    _ tensor: Tensor, bins: Int = 40, over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    self.init(tensor.values, bins: bins, over: range, series: series)
  }
}

extension RidgeMark {
  /// Counts the values of a tensor in bins of equal width, for a ridge with its base at `y`.
  public init(
    _ tensor: Tensor, y: some Plottable, bins: Int = 60, over range: ClosedRange<Double>? = nil,
    series: String? = nil
  ) {
    self.init(tensor.values, y: y, bins: bins, over: range, series: series)
  }
}
