import Charts

/// A chart's data in pixels, thinned: what a drawing's marks are made of.
struct Ink {
  /// Words that stand beside a place.
  struct Note {
    var words: String
    var place: Point
    /// Whether it belongs to a bar that lies, and stands behind its end.
    var isBehind = false
  }

  /// One series.
  struct Part {
    var series: Series
    var lines: [[Point]] = []
    var markers: [Point] = []
    var dots: [Point] = []
    var bars: [Box] = []
    var bands: [[Point]] = []
    var paths: [[Point]] = []
    var ranges: [(from: Point, to: Point)] = []
    /// Rectangles and bars between two values.
    var boxes: [Box] = []
    /// The middle of the band, for its label.
    var bandMiddle: [Point] = []
  }

  /// An arrow, by the class of its colour.
  struct Arrow {
    var from: Point
    var to: Point
    var kind: String
  }

  private(set) var parts: [Part] = []
  private(set) var arrows: [Arrow] = []
  private(set) var notes: [Note] = []
  private(set) var omissions = Omissions()
  private let layout: Layout

  init(_ contents: Contents, _ layout: Layout) {
    self.layout = layout
    let barred = contents.series.filter(\.hasBars).map(\.style)
    for series in contents.series {
      var part = Part(series: series)
      drawLine(of: series, into: &part)
      drawPath(of: series, into: &part)
      drawRectangles(of: series, into: &part)
      drawBand(series, into: &part)
      if let place = barred.firstIndex(of: series.style) {
        let slot = BarSlot(contents, layout, place: place, of: barred.count)
        drawBars(series, slot, into: &part)
        drawIntervals(series, slot, into: &part)
        drawDots(series, series.ranges.isEmpty ? nil : slot, into: &part)
      } else {
        drawDots(series, nil, into: &part)
      }
      parts.append(part)
    }
    drawArrows(contents)
    thin()
  }

  /// The place of a value, unless something keeps it from having one: that is noted.
  mutating func place(_ x: Datum, _ y: Datum, of style: SeriesStyle) -> Point? {
    let faults = (layout.x.fault(of: x), layout.y.fault(of: y))
    if let fault = faults.0 ?? faults.1 {
      let along = faults.0 == nil ? layout.x.position(of: x) : nil
      omissions.note(fault, at: along, of: style)
      guard fault == .outside, faults.1 == nil || faults.1 == .outside else { return nil }
    }
    guard let x = layout.x.position(of: x), let y = layout.y.position(of: y) else { return nil }
    return Point(x: x, y: y)
  }

  /// The place of an end of something with an extent: on a logarithmic axis what begins at zero
  /// begins at the axis's lower end.
  mutating func edge(_ x: Datum, _ y: Datum, of style: SeriesStyle) -> Point? {
    place(layout.x.raised(x), layout.y.raised(y), of: style)
  }

  private mutating func drawLine(of series: Series, into part: inout Part) {
    let runs = runs(series.line, of: series.style)
    part.lines = runs.flatMap { Clipping.polyline($0, to: layout.plot) }
    if series.hasMarkedVertices { part.markers = visible(runs.flatMap { $0 }) }
  }

  private mutating func drawPath(of series: Series, into part: inout Part) {
    let runs = runs(series.path, of: series.style)
    part.paths = runs.flatMap { Clipping.polyline($0, to: layout.plot) }
  }

  /// The parts of a line between values without a place.
  private mutating func runs(_ line: [Series.Vertex], of style: SeriesStyle) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for vertex in line {
      if let point = place(vertex.x, vertex.y, of: style) {
        run.append(point)
        note(vertex.words, at: point)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return runs + [run]
  }

  private mutating func drawDots(_ series: Series, _ slot: BarSlot?, into part: inout Part) {
    for vertex in series.dots {
      guard var point = place(vertex.x, vertex.y, of: series.style) else { continue }
      if let slot { point.x = slot.box(to: point).middle.x }
      part.dots.append(point)
      note(vertex.words, at: point)
    }
    part.dots = visible(part.dots)
  }

  private mutating func drawBand(_ series: Series, into part: inout Part) {
    var (low, high): ([Point], [Point]) = ([], [])
    for interval in series.band {
      let start = edge(interval.x, interval.low, of: series.style)
      let end = edge(interval.x, interval.high, of: series.style)
      if let start, let end {
        low.append(clamped(start))
        high.append(clamped(end))
        note(interval.words, at: end)
      } else {
        close()
      }
    }
    close()

    func close() {
      guard !low.isEmpty else { return }
      part.bandMiddle = zip(low, high).map { Point(x: $0.x, y: ($0.y + $1.y) / 2) }
      let edges = Thinning.lines([[low], [high]], atMost: layout.most(400))
      part.bands.append(Array(edges[1].joined()) + Array(edges[0].joined()).reversed())
      (low, high) = ([], [])
    }
  }

  private mutating func drawArrows(_ contents: Contents) {
    for mark in contents.chart.marks {
      guard case .arrow(let x, let y, let xEnd, let yEnd) = mark.shape else { continue }
      let style = mark.series.map(contents.style)
      let reporting = style ?? SeriesStyle(index: 0)
      guard let start = place(x, y, of: reporting), let end = place(xEnd, yEnd, of: reporting),
        let (from, to) = Clipping.segment(start, end, to: layout.plot)
      else { continue }
      arrows.append(Arrow(from: from, to: to, kind: style?.colour ?? "plain"))
      note(mark.annotation, at: from)
    }
  }

  mutating func note(_ words: String?, at place: Point, isBehind: Bool = false) {
    guard let words, layout.plot.grown(by: 1).contains(place) else { return }
    notes.append(Note(words: words, place: place, isBehind: isBehind))
  }

  private func visible(_ points: [Point]) -> [Point] {
    points.filter(layout.plot.grown(by: 1).contains)
  }

  func clamped(_ point: Point) -> Point {
    let plot = layout.plot
    return Point(
      x: min(max(point.x, plot.left), plot.right), y: min(max(point.y, plot.top), plot.bottom))
  }

  private mutating func thin() {
    let most = layout.most
    let lines = Thinning.lines(parts.map(\.lines), atMost: most(layout.share < 0.1 ? 900 : 1600))
    let paths = Thinning.lines(parts.map(\.paths), atMost: most(600))
    let dots = Thinning.dots(parts.map(\.dots), atMost: most(500))
    for index in parts.indices {
      parts[index].lines = lines[index]
      parts[index].dots = dots[index]
      parts[index].bars = Thinning.bars(parts[index].bars, atMost: most(300))
      parts[index].boxes = Thinning.bars(parts[index].boxes, atMost: most(300))
      parts[index].ranges = sample(parts[index].ranges, atMost: most(300))
      parts[index].paths = paths[index]
    }
  }
}
