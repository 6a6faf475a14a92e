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
    /// The middle of the band, for its label.
    var bandMiddle: [Point] = []
  }

  private(set) var parts: [Part] = []
  private(set) var notes: [Note] = []
  private(set) var omissions = Omissions()
  private let layout: Layout

  init(_ contents: Contents, _ layout: Layout) {
    self.layout = layout
    let barred = contents.series.filter { !$0.bars.isEmpty }.map(\.style)
    for series in contents.series {
      var part = Part(series: series)
      draw(series.line, of: series, into: &part)
      drawDots(series, into: &part)
      drawBand(series, into: &part)
      if let place = barred.firstIndex(of: series.style) {
        let slot = BarSlot(contents, layout, place: place, of: barred.count)
        drawBars(series, slot, into: &part)
      }
      parts.append(part)
    }
    thin()
  }

  /// The place of a value, unless something keeps it from having one: that is noted.
  private mutating func place(_ x: Datum, _ y: Datum, of style: SeriesStyle) -> Point? {
    let faults = (layout.x.fault(of: x), layout.y.fault(of: y))
    if let fault = faults.0 ?? faults.1 {
      let along = faults.0 == nil ? layout.x.position(of: x) : nil
      omissions.note(fault, at: along, of: style)
      guard fault == .outside, faults.1 == nil || faults.1 == .outside else { return nil }
    }
    guard let x = layout.x.position(of: x), let y = layout.y.position(of: y) else { return nil }
    return Point(x: x, y: y)
  }

  private mutating func draw(_ line: [Series.Vertex], of series: Series, into part: inout Part) {
    var runs: [[Point]] = []
    var run: [Point] = []
    for vertex in line {
      if let point = place(vertex.x, vertex.y, of: series.style) {
        run.append(point)
        note(vertex.words, at: point)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    runs.append(run)
    part.lines = runs.flatMap { Clipping.polyline($0, to: layout.plot) }
    if series.hasMarkedVertices { part.markers = visible(runs.flatMap { $0 }) }
  }

  private mutating func drawDots(_ series: Series, into part: inout Part) {
    for vertex in series.dots {
      guard let point = place(vertex.x, vertex.y, of: series.style) else { continue }
      part.dots.append(point)
      note(vertex.words, at: point)
    }
    part.dots = visible(part.dots)
  }

  private mutating func drawBand(_ series: Series, into part: inout Part) {
    var (low, high): ([Point], [Point]) = ([], [])
    for interval in series.band {
      let start = place(interval.x, interval.low, of: series.style)
      let end = place(interval.x, interval.high, of: series.style)
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
      let edges = Thinning.lines([[low], [high]], atMost: 400)
      part.bands.append(Array(edges[1].joined()) + Array(edges[0].joined()).reversed())
      (low, high) = ([], [])
    }
  }

  private mutating func drawBars(_ series: Series, _ slot: BarSlot, into part: inout Part) {
    for bar in series.bars {
      guard let point = place(bar.x, bar.y, of: series.style) else { continue }
      let box = slot.box(to: clamped(point))
      part.bars.append(box)
      note(bar.words, at: slot.tip(of: box), isBehind: slot.isLying)
    }
  }

  private mutating func note(_ words: String?, at place: Point, isBehind: Bool = false) {
    guard let words, layout.plot.grown(by: 1).contains(place) else { return }
    notes.append(Note(words: words, place: place, isBehind: isBehind))
  }

  private func visible(_ points: [Point]) -> [Point] {
    points.filter(layout.plot.grown(by: 1).contains)
  }

  private func clamped(_ point: Point) -> Point {
    let plot = layout.plot
    return Point(
      x: min(max(point.x, plot.left), plot.right), y: min(max(point.y, plot.top), plot.bottom))
  }

  private mutating func thin() {
    let lines = Thinning.lines(parts.map(\.lines), atMost: 1600)
    let dots = Thinning.dots(parts.map(\.dots), atMost: 500)
    for index in parts.indices {
      parts[index].lines = lines[index]
      parts[index].dots = dots[index]
      parts[index].bars = Thinning.bars(parts[index].bars)
    }
  }
}
