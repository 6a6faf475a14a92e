/// A histogram: the counts of values in bins of equal width.
public struct HistogramMark: ChartContent {
  /// The single mark of the histogram.
  public let marks: [Mark]

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: The values; those that are not finite or outside the range are counted separately,
  ///     and the drawing prints their number.
  ///   - bins: The number of bins.
  ///   - range: The range of the bins; by default from the least to the greatest value.
  ///   - series: The series whose colour the histogram has.
  public init(
    _ values: some Sequence<some BinaryFloatingPoint>, bins: Int = 40,
    over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    let ridge = Ridge(at: .number(0), of: values, bins: bins, over: range)
    marks = [Mark(.histogram(ridge), series: series)]
  }
}

/// A histogram on its own line of the vertical axis, for example one for each layer; each is scaled to
/// its own greatest count.
///
///     for (layer, values) in activations.enumerated() { RidgeMark(values, y: layer + 1) }
public struct RidgeMark: ChartContent {
  /// The single mark of the ridge.
  public let marks: [Mark]

  /// Counts the values of a ridge with its base at `y`, as ``HistogramMark`` does.
  public init(
    _ values: some Sequence<some BinaryFloatingPoint>, y: some Plottable, bins: Int = 60,
    over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    marks = [Mark(.ridge(Ridge(at: y.datum, of: values, bins: bins, over: range)), series: series)]
  }
}
