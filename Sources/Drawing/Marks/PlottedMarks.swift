import Charts

/// The marks of a chart in pixels, downsampled to the byte budget.
struct PlottedMarks {
  /// Text beside a mark.
  struct Annotation {
    var text: String
    var place: Point
    /// Whether it belongs to a horizontal bar and is placed after its end.
    var isBehind = false
  }

  /// The marks of one series.
  struct SeriesMarks {
    var series: Series
    var lines: [[Point]] = []
    var markers: [Point] = []
    var dots: [Point] = []
    var bars: [Box] = []
    var bands: [[Point]] = []
    var paths: [[Point]] = []
    var ranges: [(from: Point, to: Point)] = []
    /// The outlines of its histograms.
    var histograms: [[Point]] = []
    /// Bars between two values.
    var boxes: [Box] = []
    /// Rectangles between two values on each axis.
    var rectangles: [Box] = []
    /// The line halfway between the edges of the band, used to place its label.
    var bandMiddle: [Point] = []

    /// Whether none of its marks are visible.
    var isEmpty: Bool {
      lines.isEmpty && markers.isEmpty && dots.isEmpty && bars.isEmpty && bands.isEmpty
        && paths.isEmpty && ranges.isEmpty && histograms.isEmpty && boxes.isEmpty
        && rectangles.isEmpty
    }
  }

  /// An arrow and the CSS class of its colour.
  struct Arrow {
    var from: Point
    var to: Point
    var cssClass: String
  }

  private(set) var parts: [SeriesMarks] = []
  private(set) var arrows: [Arrow] = []
  private(set) var annotations: [Annotation] = []
  var omissions = Omissions()
  private(set) var downsampling = DownsamplingReport()
  /// The radius of dots, which is smaller if there are many.
  private(set) var dotRadius = 3.0
  /// Whether dots are drawn on a coloured background and need a halo.
  let isOnColor: Bool
  /// The maximum distance between drawn bands and their data.
  private var bandDistance = 0.0
  let layout: Layout

  init(_ prepared: PreparedChart, _ layout: Layout) {
    self.layout = layout
    isOnColor = prepared.chart.marks.contains(where: \.isColored)
    let barStyles = prepared.series.filter(\.hasBars).map(\.style)
    for series in prepared.series {
      var part = SeriesMarks(series: series)
      drawLine(of: series, into: &part)
      drawPath(of: series, into: &part)
      drawRectangles(of: series, into: &part)
      drawBand(series, into: &part)
      drawHistograms(of: series, into: &part)
      if let place = barStyles.firstIndex(of: series.style) {
        let slot = BarSlot(prepared, layout, place: place, of: barStyles.count)
        drawBars(series, slot, into: &part)
        drawIntervals(series, slot, into: &part)
        drawDots(series, series.ranges.isEmpty ? nil : slot, into: &part)
      } else {
        drawDots(series, nil, into: &part)
      }
      parts.append(part)
    }
    drawArrows(prepared)
    downsample()
  }

  /// The position of a value; if it has none, records the omission and the lost annotation and
  /// returns nil.
  mutating func place(_ x: Datum, _ y: Datum, of style: SeriesStyle, annotation: String? = nil)
    -> Point?
  {
    let (xReason, yReason) = (layout.x.omissionReason(of: x), layout.y.omissionReason(of: y))
    let reasons = [xReason, yReason].compactMap { $0 }
    if let reason = reasons.first(where: { $0 != .outside }) ?? reasons.first {
      omissions.record(reason, at: xReason == nil ? layout.x.position(of: x) : nil, of: style)
    }
    guard reasons.allSatisfy({ $0 == .outside }), let x = layout.x.position(of: x),
      let y = layout.y.position(of: y)
    else {
      omissions.recordDropped(annotation)
      return nil
    }
    return Point(x: x, y: y)
  }

  /// The position of an end of a bar, band or rectangle.
  ///
  /// On a logarithmic axis, zero is replaced by the lower end of the axis.
  mutating func edge(_ x: Datum, _ y: Datum, of style: SeriesStyle, annotation: String? = nil)
    -> Point?
  {
    place(layout.x.raised(x), layout.y.raised(y), of: style, annotation: annotation)
  }

  private mutating func drawLine(of series: Series, into part: inout SeriesMarks) {
    let runs = runs(series.line, of: series.style)
    part.lines = runs.flatMap { Clipping.polyline($0, to: layout.plot) }
    if series.hasMarkedVertices { part.markers = visible(runs.flatMap { $0 }) }
  }

  private mutating func drawPath(of series: Series, into part: inout SeriesMarks) {
    let runs = runs(series.path, of: series.style)
    part.paths = runs.flatMap { Clipping.polyline($0, to: layout.plot) }
  }

  /// Splits a line at values that have no position.
  private mutating func runs(_ line: [Series.Vertex], of style: SeriesStyle) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for vertex in line {
      if let point = place(vertex.x, vertex.y, of: style, annotation: vertex.annotation) {
        run.append(point)
        addAnnotation(vertex.annotation, at: point)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return runs + [run]
  }

  private mutating func drawDots(_ series: Series, _ slot: BarSlot?, into part: inout SeriesMarks) {
    for vertex in series.dots {
      guard
        var point = place(vertex.x, vertex.y, of: series.style, annotation: vertex.annotation)
      else { continue }
      if let slot { point.x = slot.box(to: point).middle.x }
      part.dots.append(point)
      addAnnotation(vertex.annotation, at: point)
    }
    part.dots = visible(part.dots)
  }

  private mutating func drawBand(_ series: Series, into part: inout SeriesMarks) {
    var (low, high): ([Point], [Point]) = ([], [])
    for interval in series.band {
      let start = edge(interval.x, interval.low, of: series.style)
      let end = edge(interval.x, interval.high, of: series.style, annotation: interval.annotation)
      if let start, let end {
        low.append(clamped(start))
        high.append(clamped(end))
        addAnnotation(interval.annotation, at: end)
      } else {
        close()
      }
    }
    close()

    func close() {
      guard !low.isEmpty else { return }
      part.bandMiddle = zip(low, high).map { Point(x: $0.x, y: ($0.y + $1.y) / 2) }
      let edges = Downsampling.lines(
        [[low], [high]], atMost: layout.budget.maxCount(bytesEach: ByteCost.vertex))
      bandDistance = max(bandDistance, edges.distance)
      part.bands.append(
        Array(edges.series[1].joined()) + Array(edges.series[0].joined()).reversed())
      low = []
      high = []
    }
  }

  private mutating func drawArrows(_ prepared: PreparedChart) {
    for mark in prepared.chart.marks {
      guard case .arrow(let x, let y, let xEnd, let yEnd) = mark.shape else { continue }
      let style = mark.series.map(prepared.style)
      let reporting = style ?? SeriesStyle(index: 0)
      guard let start = place(x, y, of: reporting), let end = place(xEnd, yEnd, of: reporting),
        let (from, to) = Clipping.segment(start, end, to: layout.plot)
      else {
        omissions.recordDropped(mark.annotation)
        continue
      }
      arrows.append(Arrow(from: from, to: to, cssClass: style?.colour ?? "plain"))
      addAnnotation(mark.annotation, at: from)
    }
  }

  mutating func addAnnotation(_ text: String?, at place: Point, isBehind: Bool = false) {
    guard let text else { return }
    guard layout.plot.grown(by: 1).contains(place) else { return omissions.recordDropped(text) }
    annotations.append(Annotation(text: text, place: place, isBehind: isBehind))
  }

  private func visible(_ points: [Point]) -> [Point] {
    points.filter(layout.plot.grown(by: 1).contains)
  }

  func clamped(_ point: Point) -> Point {
    let plot = layout.plot
    return Point(
      x: min(max(point.x, plot.left), plot.right), y: min(max(point.y, plot.top), plot.bottom))
  }

}

/// The approximate sizes of marks in bytes.
private enum ByteCost {
  static let vertex = 9
  static let bar = 24
  static let range = 36
  static let arrow = 50
  static let annotation = 90

  static func dot(_ style: SeriesStyle) -> Int { style.isStroked ? 10 : 20 }
}

/// Downsampling to the byte budget.
extension PlottedMarks {
  private mutating func downsample() {
    downsampleLines()
    downsampleDots()
    sample(\.bars, .bars, bytes: ByteCost.bar)
    sample(\.boxes, .bars, bytes: ByteCost.bar)
    sample(\.rectangles, .rectangles, bytes: ByteCost.bar)
    sample(\.ranges, .ranges, bytes: ByteCost.range)
    let (arrowCount, annotationCount) = (arrows.count, annotations.count)
    let budget = layout.budget
    arrows = Downsampling.evenly(arrows, atMost: budget.maxCount(bytesEach: ByteCost.arrow))
    annotations = Downsampling.evenly(
      annotations, atMost: min(Self.maxAnnotations, budget.maxCount(bytesEach: ByteCost.annotation))
    )
    downsampling.record(.arrows, drawn: arrows.count, of: arrowCount, bytes: ByteCost.arrow)
    downsampling.record(
      .annotations, drawn: annotations.count, of: annotationCount, bytes: ByteCost.annotation)
  }

  /// Samples the marks of each series by the same factor.
  private mutating func sample<Shape>(
    _ marks: WritableKeyPath<SeriesMarks, [Shape]>, _ kind: DownsamplingReport.Kind, bytes: Int
  ) {
    let (total, most) = (
      parts.reduce(0) { $0 + $1[keyPath: marks].count }, layout.budget.maxCount(bytesEach: bytes)
    )
    var drawn = total
    if total > most {
      for index in parts.indices {
        let all = parts[index][keyPath: marks]
        let count = all.isEmpty ? 0 : max(1, all.count * most / total)
        parts[index][keyPath: marks] = Downsampling.evenly(all, atMost: count)
      }
      drawn = parts.reduce(0) { $0 + $1[keyPath: marks].count }
    }
    downsampling.record(kind, drawn: drawn, of: total, bytes: bytes)
  }

  /// More annotations than this would not find free space in a drawing.
  private static let maxAnnotations = 120

  private mutating func downsampleLines() {
    downsample(\.lines, drawn: 1)
    downsample(\.histograms, drawn: 1)
    // Paths are drawn twice: a wider line in the paper's colour lies below each.
    downsample(\.paths, drawn: 2)
    for part in parts { record(part.bands, within: bandDistance, drawn: 1) }
  }

  private mutating func downsample(
    _ lines: WritableKeyPath<SeriesMarks, [[Point]]>, drawn times: Int
  ) {
    let simplified = Downsampling.lines(
      parts.map { $0[keyPath: lines] },
      atMost: layout.budget.maxCount(bytesEach: times * ByteCost.vertex))
    var all: [[Point]] = []
    for index in parts.indices {
      parts[index][keyPath: lines] = simplified.series[index]
      all += simplified.series[index]
    }
    record(all, within: simplified.distance, drawn: times)
  }

  private mutating func record(_ lines: [[Point]], within distance: Double, drawn times: Int) {
    let vertices = times * lines.reduce(0) { $0 + $1.count }
    downsampling.record(vertices: vertices, within: distance, bytes: ByteCost.vertex)
  }

  private mutating func downsampleDots() {
    let all = parts.map(\.dots)
    let count = all.reduce(0) { $0 + $1.count }
    dotRadius = count <= 150 ? 3 : count <= 1_000 ? 2 : 1.5
    let isHeavy = parts.contains { !$0.dots.isEmpty && !$0.series.style.isStroked }
    let bytes = isHeavy ? 20 : 10
    let dots = Downsampling.dots(all, atMost: layout.budget.maxCount(bytesEach: bytes))
    let printed = dots.reduce(0) { $0 + $1.count }
    // Merging dots that are printed at the same position is invisible.
    let isSame = printed == all.reduce(0) { $0 + Downsampling.distinct($1).count }
    downsampling.record(
      .points, drawn: printed, of: isSame ? printed : count, bytes: 0)
    for index in parts.indices {
      parts[index].dots = dots[index]
      downsampling.record(bytes: dots[index].count * ByteCost.dot(parts[index].series.style))
    }
  }
}
