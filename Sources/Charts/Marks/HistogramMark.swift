/// A histogram: how many values lie in each of equal bins.
public struct HistogramMark: ChartContent {
  /// A rectangle for each bin, from zero to its count.
  public let marks: [Mark]

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: The values; what is not finite is not counted.
  ///   - bins: How many bins.
  ///   - range: What they cover; without it the values from the least to the greatest.
  ///   - series: The series.
  public init(
    _ values: some Sequence<some BinaryFloatingPoint>, bins: Int = 40,
    over range: ClosedRange<Double>? = nil, series: String? = nil
  ) {
    let ridge = Ridge(at: .number(0), of: values, bins: bins, over: range)
    marks = ridge.counts.enumerated().map { bin, count in
      let shape = Mark.Shape.rectangle(
        x: .number(ridge.edge(bin)), xEnd: .number(ridge.edge(bin + 1)), y: .number(0),
        yEnd: .number(count))
      return Mark(shape, series: series)
    }
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

/// The counts of equal bins, above a line of the vertical axis.
public struct Ridge: Codable, Equatable, Sendable {
  /// The line from which it rises.
  public var y: Datum
  /// Where the first bin begins.
  public var start: Double
  /// Where the last bin ends.
  public var end: Double
  /// How many values lie in each bin.
  public var counts: [Double]

  /// Counts values; one at the range's upper end belongs to the last bin.
  public init(
    at y: Datum, of values: some Sequence<some BinaryFloatingPoint>, bins: Int,
    over range: ClosedRange<Double>?
  ) {
    let numbers = values.map { Double($0) }.filter(\.isFinite)
    let domain = range.flatMap(finite) ?? wide(numbers.min() ?? 0, numbers.max() ?? 0)
    self.y = y
    (start, end) = (domain.lowerBound, domain.upperBound)
    counts = [Double](repeating: 0, count: min(max(1, bins), 1000))
    let width = end / 2 - start / 2
    for number in numbers where domain.contains(number) && width > 0 {
      let share = (number / 2 - start / 2) / width
      counts[min(Int(share * Double(counts.count)), counts.count - 1)] += 1
    }
  }
}

extension Ridge {
  /// Where the nth bin begins.
  package func edge(_ bin: Int) -> Double {
    let share = Double(bin) / Double(counts.count)
    return start * (1 - share) + end * share
  }
}

private func finite(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
  range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
}

/// A range that is not empty.
private func wide(_ low: Double, _ high: Double) -> ClosedRange<Double> {
  guard low == high else { return low...high }
  let reach = max(low.magnitude / 2, 0.5)
  return max(low - reach, -.greatestFiniteMagnitude)...min(high + reach, .greatestFiniteMagnitude)
}
