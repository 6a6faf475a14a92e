/// The results of several runs at one x: a line at the median and a band from the minimum to the
/// maximum.
///
///     for step in steps { SpreadMark(x: step, of: losses[step], series: "Adam") }
///
/// NaN is ignored unless all values are NaN.
public struct SpreadMark: ChartContent {
  /// The section of the band and the vertex of the line.
  public let marks: [Mark]

  /// Creates the section of a band and the vertex of a line at `x`.
  public init(
    x: some Plottable, of values: some Sequence<some Plottable>, series: String? = nil
  ) {
    let sorted = sortedNumbers(values)
    marks = [
      Mark(
        .area(
          x: x.datum, yStart: .number(sorted.first ?? .nan), yEnd: .number(sorted.last ?? .nan)),
        series: series),
      Mark(.line(x: x.datum, y: .number(quantile(0.5, of: sorted))), series: series),
    ]
  }
}

/// The results of several runs as Tukey's box: a thin line from the minimum to the maximum, a bar
/// between the quartiles, a dot at the median.
public struct BoxMark: ChartContent {
  /// The line, the bar and the dot.
  public let marks: [Mark]

  /// Creates a box at `x`.
  public init(
    x: some Plottable, of values: some Sequence<some Plottable>, series: String? = nil
  ) {
    let sorted = sortedNumbers(values)
    let quartiles = [0, 0.25, 0.5, 0.75, 1].map { Datum.number(quantile($0, of: sorted)) }
    marks = [
      Mark(.ruleInterval(x: x.datum, yStart: quartiles[0], yEnd: quartiles[4]), series: series),
      Mark(.barInterval(x: x.datum, yStart: quartiles[1], yEnd: quartiles[3]), series: series),
      Mark(.point(x: x.datum, y: quartiles[2]), series: series),
    ]
  }
}

private func sortedNumbers(_ values: some Sequence<some Plottable>) -> [Double] {
  values.compactMap(\.datum.number).filter { !$0.isNaN }.sorted()
}

/// The quantile of sorted values, interpolated linearly between neighbours.
private func quantile(_ share: Double, of sorted: [Double]) -> Double {
  guard let last = sorted.last else { return .nan }
  let place = share * Double(sorted.count - 1)
  let (index, part) = (Int(place), place - place.rounded(.down))
  guard part > 0, index + 1 < sorted.count else { return sorted[min(index, sorted.count - 1)] }
  guard last.isFinite else { return sorted[index] }
  let reach = max(sorted[index].magnitude, sorted[index + 1].magnitude).ulp
  return cleaned(sorted[index] * (1 - part) + sorted[index + 1] * part, within: 2 * reach)
}
