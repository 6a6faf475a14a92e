import Charts

/// The values of a chart's marks along one axis.
struct AxisData {
  /// The maximum number of distinct positions at which values count as individual measurements, not
  /// as samples of a curve.
  static let maxMeasured = 12

  /// Whether the axis has categories; numbers are then treated as category names too.
  let isCategorical: Bool
  /// The categories, in order of first appearance.
  private(set) var names: [String] = []
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// The smallest magnitude other than zero, and the smallest positive value.
  private(set) var smallestMagnitude = Double.infinity
  private(set) var smallestPositive = Double.infinity
  private(set) var isWhole = true
  /// Whether bar lengths are measured along this axis, and whether bars are positioned along it.
  private(set) var isBarValueAxis = false
  private(set) var isBarPositionAxis = false
  /// Whether bars or areas start at zero, or at the lower end of a logarithmic axis.
  private(set) var hasBaseline = false
  private(set) var hasDots = false
  /// Whether cells or a surface fill the plot, so that the axis ends exactly where they end.
  private(set) var isFilled = false
  /// The baseline of the highest ridge; the axis extends beyond it without having values there.
  private(set) var highestRidge: Double?
  /// The positions at which all lines, areas and bars were measured; nil if there are too many.
  private(set) var measured: Set<Double>? = []
  private var known: Set<String> = []

  /// Collects the values of a chart for both axes.
  static func both(of chart: Chart) -> (x: AxisData, y: AxisData) {
    let values = chart.marks.map(\.axisValues)
    var x = AxisData(isCategorical: values.contains { $0.x.isCategorical })
    var y = AxisData(isCategorical: values.contains { $0.y.isCategorical })
    for (mark, values) in zip(chart.marks, values) {
      x.add(values.x)
      y.add(values.y)
      x.recordBaseline(values.x, of: mark)
      y.recordBaseline(values.y, of: mark)
      x.recordMeasurement(mark)
      switch mark.shape {
      case .point:
        x.hasDots = true
        y.hasDots = true
      case .bar where mark.isHorizontalBar:
        x.isBarValueAxis = true
        x.hasBaseline = true
        y.isBarPositionAxis = true
      case .bar:
        x.isBarPositionAxis = true
        y.isBarValueAxis = true
        y.hasBaseline = true
      case .barInterval, .ruleInterval: x.isBarPositionAxis = true
      case .histogram:
        y.isBarValueAxis = true
        y.hasBaseline = true
      case .contour, .regions:
        x.isFilled = true
        y.isFilled = true
      default: break
      }
    }
    if let cellGrid = CellGrid(chart) {
      x.extend(toCells: cellGrid.x, chart.xAxis.scale)
      y.extend(toCells: cellGrid.y, chart.yAxis.scale)
    }
    y.extend(toRidges: chart)
    return (x, y)
  }

  /// Extends the axis so that whole cells around the given positions fit.
  private mutating func extend(toCells places: [Datum], _ scale: Scale) {
    isFilled = true
    let edges = CellGrid.edges(around: places.compactMap(\.number), scale)
    guard !isCategorical, let first = edges.first, let last = edges.last else { return }
    extend(to: first)
    extend(to: last)
  }

  /// Extends the axis so that the ridge with the highest baseline fits.
  private mutating func extend(toRidges chart: Chart) {
    let places = RidgeLayer.places(chart)
    guard !isCategorical, let last = places.last else { return }
    isFilled = true
    highestRidge = last
    extend(to: last + RidgeLayer.overlap * RidgeLayer.gap(places))
  }

  /// Sets `hasBaseline` if an area, an interval or a rectangle starts at zero.
  private mutating func recordBaseline(_ values: AxisValues, of mark: Mark) {
    guard mark.hasExtent, case .two(.number(let start), .number(let end)) = values else { return }
    if min(start, end) <= 0, max(start, end) > 0 { hasBaseline = true }
  }

  /// Records the position of a mark that counts as a measurement.
  private mutating func recordMeasurement(_ mark: Mark) {
    if mark.isHorizontalBar { measured = nil }
    switch mark.shape {
    case .line(.number(let x), _), .bar(.number(let x), _), .area(.number(let x), _, _),
      .barInterval(.number(let x), _, _), .ruleInterval(.number(let x), _, _):
      if x.isFinite { measured?.insert(x) }
    case .point, .text, .horizontalRule, .verticalRule, .arrow: break
    default: measured = nil
    }
    if measured?.count ?? 0 > Self.maxMeasured { measured = nil }
  }

  private mutating func extend(to end: Double) {
    guard end.isFinite else { return }
    low = min(low, end)
    high = max(high, end)
    if end > 0 { smallestPositive = min(smallestPositive, end) }
  }

  private mutating func add(_ values: AxisValues) {
    switch values {
    case .none: break
    case .one(let datum): add(datum)
    case .two(let first, let second):
      add(first)
      add(second)
    case .many(let data): for datum in data { add(datum) }
    }
  }

  mutating func add(_ datum: Datum) {
    if isCategorical {
      let name = datum.description
      if known.insert(name).inserted { names.append(name) }
      return
    }
    switch datum {
    case .number(let number) where number.isFinite:
      low = min(low, number)
      high = max(high, number)
      isWhole = isWhole && number == number.rounded()
      if number != 0 { smallestMagnitude = min(smallestMagnitude, number.magnitude) }
      if number > 0 { smallestPositive = min(smallestPositive, number) }
    case .number, .category: break
    }
  }

  init(isCategorical: Bool) { self.isCategorical = isCategorical }
}

/// The values of one mark along one axis.
private enum AxisValues {
  case none
  case one(Datum)
  case two(Datum, Datum)
  case many([Datum])

  var isCategorical: Bool {
    switch self {
    case .none: false
    case .one(let datum): datum.number == nil
    case .two(let first, let second): first.number == nil || second.number == nil
    case .many(let data): data.contains { $0.number == nil }
    }
  }
}

extension Mark {
  /// Whether the mark covers the whole interval between two values.
  fileprivate var hasExtent: Bool {
    switch shape {
    case .area, .barInterval, .rectangle: true
    default: false
    }
  }

  fileprivate var axisValues: (x: AxisValues, y: AxisValues) {
    switch shape {
    case .line(let x, let y), .point(let x, let y), .bar(let x, let y), .text(_, let x, let y),
      .path(let x, let y), .cell(let x, let y, _):
      (.one(x), .one(y))
    case .area(let x, let low, let high), .barInterval(let x, let low, let high),
      .ruleInterval(let x, let low, let high):
      (.one(x), .two(low, high))
    case .arrow(let x, let y, let xEnd, let yEnd), .rectangle(let x, let xEnd, let y, let yEnd):
      (.two(x, xEnd), .two(y, yEnd))
    case .cells(let grid), .contour(let grid, _), .regions(let grid):
      (.many(grid.x), .many(grid.y))
    case .ridge(let ridge): (.two(.number(ridge.start), .number(ridge.end)), .one(ridge.y))
    case .histogram(let ridge):
      (
        .two(.number(ridge.start), .number(ridge.end)),
        .many([.number(0)] + ridge.counts.filter { $0 > 0 }.map(Datum.number))
      )
    case .verticalRule(let x): (.one(x), .none)
    case .horizontalRule(let y): (.none, .one(y))
    case .node, .edge: (.none, .none)
    }
  }
}
