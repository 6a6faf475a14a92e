import Charts
import Markup

/// The values that readers can point at, touch or step through with the keyboard, and their markup.
///
/// They are the last group of a drawing, outside the part that is one image to screen readers:
///
///     <svg class="chart wide" viewBox="0 0 640 330">
///     <g role="img" aria-labelledby="…">…</g>
///     <g class="marks" data-x="layer" data-y="gradient">
///     <g class="s1" data-s="sigmoid">
///     <path d="M58,242h0" data-v="1: 2 × 10⁻⁷"/>
///     <path d="M121,221h0" data-v="2: 8.5 × 10⁻⁷"/>
///     </g>
///     </g>
///     </svg>
///
/// - There is one `path` for each value, in reading order. Its data begin with `Mx,y`, the position
///   of the value; a value without an area ends with `h0`, a cell or a bar with its outline.
/// - `data-v` describes the value, with the horizontal one before a colon. `data-s` of the enclosing
///   group, if present, names its series; `data-x` and `data-y` name the axes. A label is `data-s`,
///   then `data-v`.
/// - The group's class is that of the series' colour, so `var(--series)` is that colour.
/// - Long series are sampled to sixty values. In total there are as many values as take a quarter of
///   the drawing's bytes, but at least 36. A heat map of up to 120 cells has all its values, grouped
///   by row. If values are left out, `data-of` is their total number.
/// - Without a script, none of this is visible, spoken or focusable. A script adds `tabindex`, a role
///   and a label to the paths. The style sheet turns zero-length paths into discs to point at.
struct DataPoints {
  /// The position and description of a value.
  struct Item {
    var place: Point
    var text: String
    /// The area that the value covers, if it has one.
    var box: Box?

    mutating func move(by corner: Point) {
      place = Point(x: place.x + corner.x, y: place.y + corner.y)
      box = box.map {
        Box(
          left: $0.left + corner.x, top: $0.top + corner.y, right: $0.right + corner.x,
          bottom: $0.bottom + corner.y)
      }
    }
  }

  /// The values of one series, or values without a series.
  struct Group {
    var name: String?
    var colour: String?
    var dataPoints: [Item] = []
    /// The total number of values; nil if `dataPoints` has all of them.
    var total: Int?
  }

  /// The maximum number of values of one series.
  static let maxPerSeries = 60
  /// The maximum number of cells for which a heat map keeps all values.
  static let maxCells = 120

  private let groups: [Group]
  private let axes: (x: Axis, y: Axis)
  /// The number of values that the drawing can have in any case.
  private let minimumCount: Int

  init(_ groups: [Group], axes: (x: Axis, y: Axis), minimumCount: Int = 36) {
    self.groups = groups.filter { !$0.dataPoints.isEmpty }
    self.minimumCount = minimumCount
    self.axes = axes
  }

  /// The values of a small multiple, moved to its position in the drawing and prefixed with its
  /// name.
  func moved(by corner: Point, under name: String) -> [Group] {
    groups.map { group in
      var group = group
      group.name = [name, group.name].compactMap { $0 }.joined(separator: ", ")
      for index in group.dataPoints.indices { group.dataPoints[index].move(by: corner) }
      return group
    }
  }

  /// The SVG group of the values, in a drawing whose other parts take `bytes`.
  func svg(besides bytes: Int) -> HTML? {
    let total = groups.reduce(0) { $0 + $1.dataPoints.count }
    guard total > 0 else { return nil }
    let byteCount = groups.reduce(0) { $0 + $1.dataPoints.reduce(0) { $0 + $1.byteCount } } / total
    let room = max((bytes / 3 - 50 * groups.count) / byteCount, minimumCount)
    let fraction = min(1, Double(room) / Double(total))
    let inner = groups.flatMap { group -> [HTML] in
      let count = max(1, Int(Double(group.dataPoints.count) * fraction))
      return [start(of: group)] + sample(group.dataPoints, atMost: count).map(\.svg) + ["</g>"]
    }
    let shown = inner.count - 2 * groups.count
    let all = groups.reduce(0) { $0 + max($1.total ?? 0, $1.dataPoints.count) }
    let names =
      attribute("data-x", axes.x.label) + attribute("data-y", axes.y.label)
      + attribute("data-of", shown < all ? "\(all)" : nil)
    return "<g class=\"marks\"\(names)>\n\(inner.joined(separator: "\n"))\n</g>"
  }

  private func start(of group: Group) -> HTML {
    "<g\(attribute("class", group.colour))\(attribute("data-s", group.name))>"
  }

  private func attribute(_ name: String, _ value: String?) -> HTML {
    guard let value, !value.isEmpty else { return "" }
    return " \(HTML(unescaped: name))=\"\(value)\""
  }
}

/// Returns at most `count` evenly spaced elements, including the first and the last.
func sample<Element>(_ row: [Element], atMost count: Int) -> [Element] {
  guard row.count > count else { return row }
  guard count > 1 else { return Array(row.prefix(count)) }
  return (0..<count).map { row[$0 * (row.count - 1) / (count - 1)] }
}

extension DataPoints.Item {
  /// The approximate size in bytes.
  fileprivate var byteCount: Int { text.utf8.count + (box == nil ? 32 : 46) }

  fileprivate var svg: HTML {
    let (x, y) = (coordinate(place.x.rounded()), coordinate(place.y.rounded()))
    let data = box.map { PathElements.outline(of: $0.rounded()) } ?? "M\(x),\(y)h0"
    return "<path d=\"\(data)\" data-v=\"\(text)\"/>"
  }
}

extension DataPoints {
  /// The values of a chart's series, at their positions in a layout.
  static func groups(_ prepared: PreparedChart, _ layout: Layout) -> [Group] {
    let barStyles = prepared.series.filter(\.hasBars).map(\.style)
    return prepared.series.map { series in
      var group = Group(name: series.name, colour: series.style.colour)
      let slot = barStyles.firstIndex(of: series.style).map {
        BarSlot(prepared, layout, place: $0, of: barStyles.count)
      }
      group.total =
        (series.line.isEmpty ? series.intervals.count : 0) + series.line.count + series.path.count
        + series.dots.count + series.bars.count
      let bins = bins(of: series, layout)
      group.total? += bins.count + series.rectangles.count
      group.dataPoints =
        sample(bins, atMost: maxPerSeries)
        + sample(series.rectangles, atMost: maxPerSeries).compactMap { rectangle($0, layout) }
        + sample(
          series.intervals, atMost: series.line.isEmpty ? maxPerSeries : 0
        ).compactMap { interval in
          place(interval.x, interval.high, layout: layout).map {
            Item(place: $0, text: "\(interval.x): \(interval.low) … \(interval.high)")
          }
        }
        + sample(series.line + series.path + series.dots, atMost: maxPerSeries).compactMap {
          vertex in
          place(vertex.x, vertex.y, layout: layout).map {
            Item(place: $0, text: "\(vertex.x): \(vertex.y)")
          }
        }
        + sample(series.bars, atMost: maxPerSeries).compactMap { bar in
          dataPoint(bar, in: slot, layout: layout)
        }
      return group
    }
  }

  /// The non-empty bins of a series' histograms.
  private static func bins(of series: Series, _ layout: Layout) -> [Item] {
    series.histograms.flatMap { mark -> [Item] in
      guard case .histogram(let ridge) = mark.shape else { return [] }
      return ridge.counts.indices.filter { ridge.counts[$0] > 0 }.compactMap { bin in
        let (from, to) = (Datum.number(ridge.edge(bin)), Datum.number(ridge.edge(bin + 1)))
        let count = Datum.number(ridge.counts[bin])
        guard let start = layout.x.position(of: from), let end = layout.x.position(of: to),
          let top = place(
            .number(ridge.edge(bin) / 2 + ridge.edge(bin + 1) / 2), count, layout: layout)
        else { return nil }
        let box = Box(
          left: min(start, end), top: min(top.y, layout.y.base), right: max(start, end),
          bottom: max(top.y, layout.y.base))
        return Item(place: top, text: "\(from) … \(to): \(count)", box: box)
      }
    }
  }

  private static func rectangle(_ mark: Mark, _ layout: Layout) -> Item? {
    guard case .rectangle(let x, let xEnd, let y, let yEnd) = mark.shape,
      let start = place(x, y, layout: layout), let end = place(xEnd, yEnd, layout: layout)
    else { return nil }
    let box = Box(
      left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
      bottom: max(start.y, end.y))
    return Item(place: box.middle, text: "\(x) … \(xEnd): \(y) … \(yEnd)", box: box)
  }

  /// The arrows of a chart, each at its tip.
  static func arrows(_ prepared: PreparedChart, _ layout: Layout) -> Group {
    var (group, count) = (Group(), 0)
    for mark in prepared.chart.marks {
      guard case .arrow(let x, let y, let xEnd, let yEnd) = mark.shape else { continue }
      count += 1
      if let place = place(xEnd, yEnd, layout: layout) {
        let text = "\(x), \(y) → \(xEnd), \(yEnd)"
        group.dataPoints.append(Item(place: place, text: text))
      }
    }
    group.dataPoints = sample(group.dataPoints, atMost: maxPerSeries)
    group.total = count
    return group
  }

  private static func dataPoint(_ bar: Series.Vertex, in slot: BarSlot?, layout: Layout)
    -> Item?
  {
    guard let slot, let place = place(bar.x, bar.y, layout: layout) else { return nil }
    let text = slot.isHorizontal ? "\(bar.y): \(bar.x)" : "\(bar.x): \(bar.y)"
    let box = slot.box(to: place)
    return Item(place: slot.tip(of: box), text: text, box: box)
  }

  private static func place(_ x: Datum, _ y: Datum, layout: Layout) -> Point? {
    guard layout.x.omissionReason(of: x) == nil, layout.y.omissionReason(of: y) == nil,
      let x = layout.x.position(of: x), let y = layout.y.position(of: y)
    else { return nil }
    return Point(x: x, y: y)
  }
}
