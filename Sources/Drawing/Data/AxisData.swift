import Charts

/// What the marks of a chart have along one axis.
struct AxisData {
  /// At how many places values are few measurements and not samples of a curve.
  static let maxMeasured = 12

  /// Whether the axis has categories: then its numbers are names too.
  let isCategorical: Bool
  /// Categories in the order in which they came.
  private(set) var names: [String] = []
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// The least magnitude above zero, and the least value above zero.
  private(set) var smallestMagnitude = Double.infinity
  private(set) var smallestPositive = Double.infinity
  private(set) var isWhole = true
  /// Whether bars grow along this axis, and whether they stand on it.
  private(set) var isBarValueAxis = false
  private(set) var isBarPositionAxis = false
  /// Whether bars or areas rise from zero, or on a logarithmic axis from its lower end.
  private(set) var hasBaseline = false
  private(set) var hasDots = false
  /// Whether cells or a surface fill the plot, which then ends where they end.
  private(set) var isFilled = false
  /// The line of the highest ridge, above which the axis has room but no values.
  private(set) var highestRidge: Double?
  /// The few places at which all lines, areas and bars were measured; nil if there are many.
  private(set) var measured: Set<Double>? = []
  private var known: Set<String> = []

  /// Sorts a chart's values by axis.
  static func both(of chart: Chart) -> (x: AxisData, y: AxisData) {
    let values = chart.marks.map(\.axisValues)
    var x = AxisData(isCategorical: values.contains { $0.x.isCategorical })
    var y = AxisData(isCategorical: values.contains { $0.y.isCategorical })
    for (mark, values) in zip(chart.marks, values) {
      x.add(values.x)
      y.add(values.y)
      x.noteBaseline(values.x, of: mark)
      y.noteBaseline(values.y, of: mark)
      x.noteMeasured(mark)
      switch mark.shape {
      case .point:
        x.hasDots = true
        y.hasDots = true
      case .bar where mark.isLyingBar:
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

  /// Makes room for whole cells around places.
  private mutating func extend(toCells places: [Datum], _ scale: Scale) {
    isFilled = true
    let edges = CellGrid.edges(around: places.compactMap(\.number), scale)
    guard !isCategorical, let first = edges.first, let last = edges.last else { return }
    extend(to: first)
    extend(to: last)
  }

  /// Makes room above the ridge that stands highest.
  private mutating func extend(toRidges chart: Chart) {
    let places = RidgeLayer.places(chart)
    guard !isCategorical, let last = places.last else { return }
    isFilled = true
    highestRidge = last
    extend(to: last + RidgeLayer.overlap * RidgeLayer.gap(places))
  }

  /// Notes whether an area, an interval or a rectangle rises from zero.
  private mutating func noteBaseline(_ values: AxisValues, of mark: Mark) {
    guard mark.hasExtent, case .two(.number(let start), .number(let end)) = values else { return }
    if min(start, end) <= 0, max(start, end) > 0 { hasBaseline = true }
  }

  /// Notes where a mark that was measured at few places stands.
  private mutating func noteMeasured(_ mark: Mark) {
    if mark.isLyingBar { measured = nil }
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

/// The values that a mark has along one axis.
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
  /// Whether it covers all that lies between two values.
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
