import Charts

/// What a chart holds, sorted once for every measure it is drawn for.
struct Contents {
  let chart: Chart
  let series: [Series]
  let x: AxisData
  let y: AxisData
  let vocabulary: Vocabulary

  /// What a chart holds; its axes have room for all `frames`, the chart among them, and a series
  /// looks the same in all of them.
  init(_ chart: Chart, among frames: [Chart] = [], in vocabulary: Vocabulary = .english) {
    self.chart = chart
    self.vocabulary = vocabulary
    let all = frames.isEmpty ? chart : Chart(marks: frames.flatMap(\.marks))
    series = Series.all(of: chart, styledAsIn: all)
    (x, y) = AxisData.both(of: all)
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { chart.marks.isEmpty }

  /// Whether there is anything to number on the horizontal axis.
  var hasX: Bool { x.low <= x.high || chart.xAxis.domain != nil }

  /// Whether there is anything to number on the vertical axis.
  var hasY: Bool { y.low <= y.high || chart.yAxis.domain != nil }

  /// The width that the words beside lying bars need.
  func noteRoom(_ size: Drawing.Size) -> Double {
    guard y.carriesBars else { return 0 }
    let notes = series.flatMap { $0.bars.compactMap(\.words) }
    return notes.map { TextWidth.of($0, size: size.text) + 10 }.max() ?? 0
  }

  var xDomain: ClosedRange<Double> {
    let domain = Domain.of(x, chart.xAxis)
    let isFree = chart.xAxis.domain == nil && chart.xAxis.scale == .linear && x.growsBars
    return isFree ? Domain.rounded(domain, toTicks: 6) : domain
  }

  /// The vertical domain, which ends at ticks unless its author says otherwise.
  func yDomain(height: Double) -> ClosedRange<Double> {
    let domain = Domain.of(y, chart.yAxis)
    guard chart.yAxis.domain == nil else { return domain }
    return switch chart.yAxis.scale {
    case .linear: Domain.rounded(domain, toTicks: max(2, Int(height / 36)))
    case .log: Domain.roundedToPowers(domain)
    case .symmetricLog: domain
    }
  }

  /// How far the horizontal axis begins inside the plot, so that dots and bars at its ends are
  /// whole.
  func inset(width: Double) -> Double {
    if x.isCategorical || chart.xAxis.domain != nil { return 0 }
    if x.carriesBars { return width / Double(slots) / 2 }
    return x.hasDots ? 8 : 0
  }

  /// How many bars have room on a horizontal axis of numbers.
  var slots: Int {
    let places = Set(series.flatMap { $0.bars.compactMap(\.x.number) }.filter(\.isFinite)).sorted()
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let gap = gaps.min(), let first = places.first, let last = places.last else { return 1 }
    return Int(min(10_000, ((last - first) / gap).rounded())) + 1
  }
}
