import Charts

/// What the marks of a chart have along one axis.
struct AxisData {
  /// Whether the axis has categories: then its numbers are names too.
  let isCategorical: Bool
  /// Categories in the order in which they came.
  private(set) var names: [String] = []
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// The least magnitude above zero, and the least value above zero.
  private(set) var leastMagnitude = Double.infinity
  private(set) var leastPositive = Double.infinity
  private(set) var isWhole = true
  /// Whether bars grow along this axis, and whether they stand on it.
  private(set) var growsBars = false
  private(set) var carriesBars = false
  private(set) var hasDots = false
  private var known: Set<String> = []

  /// Sorts a chart's values by axis.
  static func both(of chart: Chart) -> (x: AxisData, y: AxisData) {
    var x = AxisData(isCategorical: chart.marks.contains { $0.places.x.isCategory })
    var y = AxisData(isCategorical: chart.marks.contains { $0.places.y.isCategory })
    for mark in chart.marks {
      let places = mark.places
      for datum in places.x.values { x.take(datum) }
      for datum in places.y.values { y.take(datum) }
      switch mark.shape {
      case .point: (x.hasDots, y.hasDots) = (true, true)
      case .bar where mark.isLyingBar: (x.growsBars, y.carriesBars) = (true, true)
      case .bar: (x.carriesBars, y.growsBars) = (true, true)
      default: break
      }
    }
    return (x, y)
  }

  private mutating func take(_ datum: Datum) {
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
      if number != 0 { leastMagnitude = min(leastMagnitude, number.magnitude) }
      if number > 0 { leastPositive = min(leastPositive, number) }
    case .number, .category: break
    }
  }

  private init(isCategorical: Bool) { self.isCategorical = isCategorical }
}

/// The values that a mark has along one axis, at most two.
private struct Places {
  var first: Datum?
  var second: Datum?

  var values: some Sequence<Datum> { [first, second].lazy.compactMap { $0 } }

  var isCategory: Bool {
    if case .category = first { return true }
    if case .category = second { return true }
    return false
  }
}

extension Mark {
  fileprivate var places: (x: Places, y: Places) {
    switch shape {
    case .line(let x, let y), .point(let x, let y), .bar(let x, let y), .text(_, let x, let y):
      (Places(first: x), Places(first: y))
    case .area(let x, let low, let high): (Places(first: x), Places(first: low, second: high))
    case .verticalRule(let x): (Places(first: x), Places())
    case .horizontalRule(let y): (Places(), Places(first: y))
    default: (Places(), Places())
    }
  }
}
