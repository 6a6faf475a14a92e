import Charts

/// The marks of one name, sorted by what they draw.
struct Series {
  /// A place, with the words that stand beside it.
  struct Vertex {
    var x: Datum
    var y: Datum
    var words: String?
  }

  /// One abscissa of a band.
  struct Interval {
    var x: Datum
    var low: Datum
    var high: Datum
    var words: String?
  }

  let name: String?
  let style: SeriesStyle
  var line: [Vertex] = []
  var dots: [Vertex] = []
  var bars: [Vertex] = []
  var band: [Interval] = []

  /// A chart's series, in the order in which they first appear in `whole`, where each has its
  /// style from.
  static func all(of chart: Chart, styledAsIn whole: Chart) -> [Series] {
    var all: [Series] = []
    var indices: [String?: Int] = [:]
    for mark in whole.marks where mark.isOfSeries && indices[mark.series] == nil {
      indices[mark.series] = all.count
      all.append(Series(name: mark.series, style: SeriesStyle(index: all.count)))
    }
    for mark in chart.marks where mark.isOfSeries {
      if let index = indices[mark.series] { all[index].take(mark) }
    }
    return all.filter { !$0.isEmpty }
  }

  private var isEmpty: Bool { line.isEmpty && dots.isEmpty && bars.isEmpty && band.isEmpty }

  private mutating func take(_ mark: Mark) {
    switch mark.shape {
    case .line(let x, let y): line.append(Vertex(x: x, y: y, words: mark.annotation))
    case .point(let x, let y): dots.append(Vertex(x: x, y: y, words: mark.annotation))
    case .bar(let x, let y): bars.append(Vertex(x: x, y: y, words: mark.annotation))
    case .area(let x, let low, let high):
      band.append(Interval(x: x, low: low, high: high, words: mark.annotation))
    default: break
    }
  }

  /// Whether the line's vertices are measurements of their own and not samples of a curve: they
  /// stand at categories or at equally spaced whole numbers, and are few.
  var hasMarkedVertices: Bool {
    guard dots.isEmpty, 3...24 ~= line.count else { return false }
    let numbers = line.compactMap(\.x.number)
    guard !numbers.isEmpty else { return true }
    guard numbers.count > 3, numbers.allSatisfy({ $0 == $0.rounded() }) else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return steps.allSatisfy { $0 == steps[0] && $0 != 0 }
  }
}

extension Mark {
  fileprivate var isOfSeries: Bool {
    switch shape {
    case .line, .point, .bar, .area: true
    default: false
    }
  }
}
