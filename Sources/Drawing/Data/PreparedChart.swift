import Charts

/// A chart whose marks are sorted into series, axes, cells and panels once, for drawings of every
/// size.
struct PreparedChart {
  let chart: Chart
  let series: [Series]
  let x: AxisData
  let y: AxisData
  let phrases: DrawingPhrases
  /// The chart with the marks of all frames.
  private let whole: Chart
  /// The series of all frames.
  let allSeries: [Series]
  let cellGrid: CellGrid?
  /// The small multiples of all frames; empty if the chart is a single plot.
  let panels: Panels
  let colorEncoding: ColorEncoding?
  /// The number of bytes that the marks can take.
  var budget: ByteBudget

  /// Prepares a chart; its axes cover all `frames`, which include the chart, and a series has the
  /// same style in each of them.
  init(
    _ chart: Chart, among frames: [Chart] = [], in phrases: DrawingPhrases = .english,
    budget: ByteBudget? = nil
  ) {
    self.chart = chart
    self.budget = budget ?? ByteBudget(frames: frames.count)
    self.phrases = phrases
    var all = Chart(marks: frames.isEmpty ? chart.marks : frames.flatMap(\.marks))
    all.xAxis = chart.xAxis
    all.yAxis = chart.yAxis
    series = Series.all(of: chart, styledAsIn: all)
    allSeries = frames.isEmpty ? series : Series.all(of: all, styledAsIn: all)
    (x, y) = AxisData.both(of: all)
    cellGrid = CellGrid(chart)
    panels = Panels(of: all)
    whole = all
    colorEncoding = ColorEncoding(chart.colorAxis, of: all)
  }

  /// Returns the part of the chart that belongs to one panel.
  func panelChart(_ panel: Panels.ID) -> PreparedChart {
    var chart = chart
    chart.marks = chart.marks.filter {
      [nil, panel.column].contains($0.facet) && [nil, panel.row].contains($0.facetRow)
    }
    return PreparedChart(chart, among: [whole], in: phrases, budget: budget)
  }

  /// The style of a series or region by name.
  func style(of name: String) -> SeriesStyle {
    series.first { $0.name == name }?.style ?? SeriesStyle(index: 0)
  }

  /// The number of series that have bars.
  var barCount: Int { allSeries.count { !$0.bars.isEmpty } }

  /// The baselines of the ridges of all frames.
  var ridgePlaces: [Double] { RidgeLayer.places(whole) }

  /// Whether the chart has no marks.
  var isEmpty: Bool { chart.marks.isEmpty }

  /// Whether the horizontal axis has values.
  var hasX: Bool { x.low <= x.high || chart.xAxis.domain != nil }

  /// Whether the vertical axis has values.
  var hasY: Bool { y.low <= y.high || chart.yAxis.domain != nil }

  /// The width that the annotations of horizontal bars need.
  func annotationWidth(_ size: Drawing.Size) -> Double {
    guard y.isBarPositionAxis else { return 0 }
    let annotations = allSeries.flatMap { $0.bars.compactMap(\.annotation) }
    return annotations.map { TextWidth.of($0, size: size.fontSize) + 10 }.max() ?? 0
  }

  /// The horizontal domain: that of the data, extended to ticks if bar lengths are measured along
  /// it.
  var xDomain: ClosedRange<Double> {
    let domain = AxisDomain.of(x, chart.xAxis)
    if chart.hasEqualScale { return padded(domain, x, axis: chart.xAxis) }
    guard chart.xAxis.domain == nil, x.isBarValueAxis else { return domain }
    return switch chart.xAxis.scale {
    case .linear: AxisDomain.rounded(domain, toTicks: 6)
    case .log: AxisDomain.roundedLog(domain, toTicks: 6)
    case .symmetricLog: domain
    }
  }

  /// The vertical domain, extended to ticks unless the author set it.
  func yDomain(height: Double) -> ClosedRange<Double> {
    let domain = AxisDomain.of(y, chart.yAxis)
    if chart.hasEqualScale { return padded(domain, y, axis: chart.yAxis) }
    guard chart.yAxis.domain == nil, !y.isFilled else { return domain }
    let limit = AxisLabel.maxTicks(height, chart.yAxis.scale)
    return switch chart.yAxis.scale {
    case .linear: AxisDomain.rounded(domain, toTicks: limit)
    case .log: AxisDomain.roundedLog(domain, toTicks: limit)
    case .symmetricLog: domain
    }
  }

  /// The distance between the edge of the plot and the start of the horizontal axis, so that dots
  /// and bars at its ends are not cut off.
  func inset(width: Double) -> Double {
    if x.isCategorical || x.isFilled || chart.xAxis.domain != nil || chart.hasEqualScale {
      return 0
    }
    if x.isBarPositionAxis { return slots > 1 ? width / Double(slots) / 2 : 0 }
    return x.hasDots ? 8 : 0
  }

  /// The number of equally wide bars that fit on a horizontal axis of numbers.
  var slots: Int {
    let places = Set(allSeries.flatMap { $0.barPlaces.compactMap(\.number) }.filter(\.isFinite))
      .sorted()
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let gap = gaps.min(), let first = places.first, let last = places.last else { return 1 }
    return Int(min(10_000, ((last - first) / gap).rounded())) + 1
  }
}

/// Equal scales on both axes.
extension PreparedChart {
  /// The pixels per unit on both axes, if the chart asks for equal scales and both axes are linear;
  /// else nil.
  func unit(width: Double, _ size: Drawing.Size) -> Double? {
    guard chart.hasEqualScale, !x.isCategorical, !y.isCategorical, chart.xAxis.scale == .linear,
      chart.yAxis.scale == .linear, xSpan.isFinite, ySpan.isFinite
    else { return nil }
    let unit = min(width / xSpan, (size == .wide ? 400 : 320) / ySpan)
    return unit.isFinite && unit * min(xSpan, ySpan) >= 24 ? unit : nil
  }

  /// A domain extended by 3 % at both ends so that the dots there are not cut off.
  private func padded(_ domain: ClosedRange<Double>, _ data: AxisData, axis: Axis)
    -> ClosedRange<Double>
  {
    let width = domain.upperBound - domain.lowerBound
    guard data.hasDots, !data.isFilled, axis.domain == nil, axis.scale == .linear, width.isFinite
    else { return domain }
    return domain.lowerBound - 0.03 * width...domain.upperBound + 0.03 * width
  }

  /// The length of the horizontal domain.
  var xSpan: Double { xDomain.upperBound - xDomain.lowerBound }

  /// The length of the vertical domain.
  var ySpan: Double {
    let domain = yDomain(height: 260)
    return domain.upperBound - domain.lowerBound
  }
}
