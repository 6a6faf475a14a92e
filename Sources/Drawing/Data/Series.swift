import Charts

/// The marks that share a series name, sorted by shape.
struct Series {
  /// A position with an optional annotation.
  struct Vertex {
    var x: Datum
    var y: Datum
    var annotation: String?
  }

  /// A vertical interval at one position.
  struct Interval {
    var x: Datum
    var low: Datum
    var high: Datum
    var annotation: String?
  }

  let name: String?
  let style: SeriesStyle
  var line: [Vertex] = []
  var dots: [Vertex] = []
  var bars: [Vertex] = []
  var band: [Interval] = []
  /// The vertices of the series' path.
  var path: [Vertex] = []
  var barIntervals: [Interval] = []
  var ranges: [Interval] = []
  var rectangles: [Mark] = []
  var histograms: [Mark] = []
  /// Whether the name belongs to regions, cells or ridges, which are drawn separately.
  var hasArea = false
  var hasEdges = false

  /// Returns a chart's series in order of first appearance in `whole`, which also determines their
  /// styles.
  static func all(of chart: Chart, styledAsIn whole: Chart) -> [Series] {
    var all: [Series] = []
    var indices: [String?: Int] = [:]
    for name in whole.marks.lazy.flatMap(\.seriesNames) where indices[name] == nil {
      indices[name] = all.count
      all.append(Series(name: name, style: SeriesStyle(index: all.count)))
    }
    for mark in chart.marks {
      for name in mark.seriesNames { indices[name].map { all[$0].add(mark) } }
    }
    return all.filter { !$0.isEmpty }
  }

  private var isEmpty: Bool {
    line.isEmpty && path.isEmpty && dots.isEmpty && bars.isEmpty && band.isEmpty
      && barIntervals.isEmpty && ranges.isEmpty && rectangles.isEmpty && histograms.isEmpty
      && !hasArea && !hasEdges
  }

  /// Whether it has a line, band or path that its name can be placed beside.
  var hasLine: Bool { !line.isEmpty || !band.isEmpty || !path.isEmpty }

  /// All its intervals, however they are drawn.
  var intervals: [Interval] { band + (ranges.isEmpty ? barIntervals : ranges) }

  /// The positions of its bars.
  var barPlaces: [Datum] { bars.map(\.x) + (barIntervals + ranges).map(\.x) }

  /// Whether it has bars, which are drawn side by side with those of other series.
  var hasBars: Bool { !bars.isEmpty || !barIntervals.isEmpty || !ranges.isEmpty }

  private mutating func add(_ mark: Mark) {
    switch mark.shape {
    case .line(let x, let y): line.append(Vertex(x: x, y: y, annotation: mark.annotation))
    case .point(let x, let y): dots.append(Vertex(x: x, y: y, annotation: mark.annotation))
    case .bar(let x, let y): bars.append(Vertex(x: x, y: y, annotation: mark.annotation))
    case .area(let x, let low, let high):
      band.append(Interval(x: x, low: low, high: high, annotation: mark.annotation))
    case .barInterval(let x, let low, let high):
      barIntervals.append(Interval(x: x, low: low, high: high, annotation: mark.annotation))
    case .ruleInterval(let x, let low, let high):
      ranges.append(Interval(x: x, low: low, high: high, annotation: mark.annotation))
    case .path(let x, let y): path.append(Vertex(x: x, y: y, annotation: mark.annotation))
    case .rectangle: rectangles.append(mark)
    case .histogram: histograms.append(mark)
    case .regions, .ridge, .cell, .cells: hasArea = true
    case .edge: hasEdges = true
    default: break
    }
  }

  /// Whether the line's vertices are individual measurements rather than samples of a curve: they
  /// are very few, or they are few and at categories or equally spaced whole numbers.
  var hasMarkedVertices: Bool {
    guard dots.isEmpty, 3...24 ~= line.count else { return false }
    let numbers = line.compactMap(\.x.number)
    guard !numbers.isEmpty, line.count > AxisData.maxMeasured else { return true }
    guard numbers.allSatisfy({ $0 == $0.rounded() }) else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return steps.allSatisfy { $0 == steps[0] && $0 != 0 }
  }
}

extension Mark {
  /// The series that the mark belongs to, or the category names of its regions or cells.
  fileprivate var seriesNames: [String?] {
    switch shape {
    case .line, .point, .bar, .area, .path, .barInterval, .ruleInterval, .rectangle, .ridge,
      .histogram:
      [series]
    case .arrow where series != nil: [series]
    case .edge where series != nil: [series]
    case .regions(let grid), .cells(let grid): names(grid.values)
    case .cell(_, _, let value): names([value])
    default: []
    }
  }
}

/// The distinct names among values, in order of first appearance.
private func names(_ values: [Datum]) -> [String?] {
  var known: Set<String> = []
  return values.compactMap { value in
    guard case .category(let name) = value, known.insert(name).inserted else { return nil }
    return name
  }
}
