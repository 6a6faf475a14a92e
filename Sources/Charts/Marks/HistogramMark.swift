/// A histogram: how many values lie in each of equal bins.
public struct HistogramMark: ChartContent {
  /// The histogram alone.
  public let marks: [Mark]

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: The values; what is not finite, and what lies outside the range, is counted apart,
  ///     and the drawing says how many that are.
  ///   - bins: How many bins.
  ///   - range: What they cover; without it the values from the least to the greatest.
  ///   - series: The series.
  public init(
    _ values: some Sequence<some BinaryFloatingPoint>, bins: Int = 40,
    over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    let ridge = Ridge(at: .number(0), of: values, bins: bins, over: range)
    marks = [Mark(.histogram(ridge), series: series)]
  }
}

/// A histogram that rises from its own line of the vertical axis, one for each layer: each is as
/// high as its own greatest count.
///
///     for (layer, values) in activations.enumerated() { RidgeMark(values, y: layer + 1) }
public struct RidgeMark: ChartContent {
  /// The ridge alone.
  public let marks: [Mark]

  /// Counts the values of a ridge at `y`, as ``HistogramMark`` does.
  public init(
    _ values: some Sequence<some BinaryFloatingPoint>, y: some Plottable, bins: Int = 60,
    over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    marks = [Mark(.ridge(Ridge(at: y.datum, of: values, bins: bins, over: range)), series: series)]
  }
}
