import Charts
import Markup

/// The values that a reader can point at, touch or walk to by key, and how a script finds them.
///
/// A drawing ends with them, outside the part that is one image to a screen reader:
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
/// - There is one `path` for each value, in the order in which a reader walks; its data begin
///   with `Mx,y`, the value's place. A value without extent is `h0`, a cell or a bar its outline.
/// - `data-v` is the value in words, the abscissa before a colon. `data-s` of the group around it,
///   where there is one, names its series; `data-x` and `data-y` name the axes. A label that is
///   spoken or shown is `data-s`, then `data-v`.
/// - The group's class is the series' colour, so that `var(--series)` is it.
/// - Long series keep sixty values, evenly spread; of all there are so many as take a quarter of
///   the drawing's bytes, or three dozen; a heat map of up to 120 cells keeps them all. There the
///   rows are the groups. Where there are fewer than the chart has, `data-of` is how many it has.
/// - Without a script nothing of it is seen, heard or reached: a script gives the paths
///   `tabindex`, a role and a label. The style sheet makes a zero-length path a disc to point at.
struct Readings {
  /// A value's place and words.
  struct Reading {
    var place: Point
    var words: String
    /// What it covers, if it has an extent.
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

  /// The values of one series, or of none.
  struct Group {
    var name: String?
    var colour: String?
    var readings: [Reading] = []
    /// How many values it has, these among them; nil if these are all.
    var total: Int?
  }

  /// The most values of one series.
  static let most = 60
  /// The most cells of a heat map that are all kept.
  static let mostCells = 120

  private let groups: [Group]
  private let axes: (x: Axis, y: Axis)
  /// So many values the drawing may have at least.
  private let allowed: Int

  init(_ groups: [Group], axes: (x: Axis, y: Axis), allowed: Int = 36) {
    self.groups = groups.filter { !$0.readings.isEmpty }
    self.allowed = allowed
    self.axes = axes
  }

  /// The values of a small multiple, at their places in the drawing and under its name.
  func moved(by corner: Point, under name: String) -> [Group] {
    groups.map { group in
      var group = group
      group.name = [name, group.name].compactMap { $0 }.joined(separator: ", ")
      for index in group.readings.indices { group.readings[index].move(by: corner) }
      return group
    }
  }

  /// The values' group in a drawing whose other parts take so many bytes.
  func svg(besides bytes: Int) -> HTML? {
    let total = groups.reduce(0) { $0 + $1.readings.count }
    guard total > 0 else { return nil }
    let weight = groups.reduce(0) { $0 + $1.readings.reduce(0) { $0 + $1.weight } } / total
    let room = max((bytes / 3 - 50 * groups.count) / weight, allowed)
    let share = min(1, Double(room) / Double(total))
    let inner = groups.flatMap { group -> [HTML] in
      let count = max(1, Int(Double(group.readings.count) * share))
      return [start(of: group)] + sample(group.readings, atMost: count).map(\.svg) + ["</g>"]
    }
    let shown = inner.count - 2 * groups.count
    let all = groups.reduce(0) { $0 + max($1.total ?? 0, $1.readings.count) }
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

/// At most so many of a row, evenly spread, its ends among them.
func sample<Element>(_ row: [Element], atMost count: Int) -> [Element] {
  guard row.count > count else { return row }
  guard count > 1 else { return Array(row.prefix(count)) }
  return (0..<count).map { row[$0 * (row.count - 1) / (count - 1)] }
}

extension Readings.Reading {
  /// About what it takes, in bytes.
  fileprivate var weight: Int { words.utf8.count + (box == nil ? 32 : 46) }

  fileprivate var svg: HTML {
    let (x, y) = (coordinate(place.x.rounded()), coordinate(place.y.rounded()))
    let data = box.map { Shapes.outline(of: $0.rounded()) } ?? "M\(x),\(y)h0"
    return "<path d=\"\(data)\" data-v=\"\(words)\"/>"
  }
}

extension Readings {
  /// The values of a chart's series where a layout has them.
  static func groups(_ contents: Contents, _ layout: Layout) -> [Group] {
    let barred = contents.series.filter(\.hasBars).map(\.style)
    return contents.series.map { series in
      var group = Group(name: series.name, colour: series.style.colour)
      let slot = barred.firstIndex(of: series.style).map {
        BarSlot(contents, layout, place: $0, of: barred.count)
      }
      group.total =
        (series.line.isEmpty ? series.intervals.count : 0) + series.line.count + series.path.count
        + series.dots.count + series.bars.count
      let bins = bins(of: series, layout)
      group.total? += bins.count + series.rectangles.count
      group.readings =
        sample(bins, atMost: most)
        + sample(series.rectangles, atMost: most).compactMap { rectangle($0, layout) }
        + sample(
          series.intervals, atMost: series.line.isEmpty ? most : 0
        ).compactMap { interval in
          place(interval.x, interval.high, layout).map {
            Reading(place: $0, words: "\(interval.x): \(interval.low) … \(interval.high)")
          }
        }
        + sample(series.line + series.path + series.dots, atMost: most).compactMap { vertex in
          place(vertex.x, vertex.y, layout).map {
            Reading(place: $0, words: "\(vertex.x): \(vertex.y)")
          }
        }
        + sample(series.bars, atMost: most).compactMap { bar in
          reading(bar, in: slot, layout)
        }
      return group
    }
  }

  /// The bins of a series' histograms that hold something.
  private static func bins(of series: Series, _ layout: Layout) -> [Reading] {
    series.histograms.flatMap { mark -> [Reading] in
      guard case .histogram(let ridge) = mark.shape else { return [] }
      return ridge.counts.indices.filter { ridge.counts[$0] > 0 }.compactMap { bin in
        let (from, to) = (Datum.number(ridge.edge(bin)), Datum.number(ridge.edge(bin + 1)))
        let count = Datum.number(ridge.counts[bin])
        guard let start = layout.x.position(of: from), let end = layout.x.position(of: to),
          let top = place(.number(ridge.edge(bin) / 2 + ridge.edge(bin + 1) / 2), count, layout)
        else { return nil }
        let box = Box(
          left: min(start, end), top: min(top.y, layout.y.base), right: max(start, end),
          bottom: max(top.y, layout.y.base))
        return Reading(place: top, words: "\(from) … \(to): \(count)", box: box)
      }
    }
  }

  private static func rectangle(_ mark: Mark, _ layout: Layout) -> Reading? {
    guard case .rectangle(let x, let xEnd, let y, let yEnd) = mark.shape,
      let start = place(x, y, layout), let end = place(xEnd, yEnd, layout)
    else { return nil }
    let box = Box(
      left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
      bottom: max(start.y, end.y))
    return Reading(place: box.middle, words: "\(x) … \(xEnd): \(y) … \(yEnd)", box: box)
  }

  /// The arrows of a chart, each at its end.
  static func arrows(_ contents: Contents, _ layout: Layout) -> Group {
    var (group, count) = (Group(), 0)
    for mark in contents.chart.marks {
      guard case .arrow(let x, let y, let xEnd, let yEnd) = mark.shape else { continue }
      count += 1
      if let place = place(xEnd, yEnd, layout) {
        let words = "\(x), \(y) → \(xEnd), \(yEnd)"
        group.readings.append(Reading(place: place, words: words))
      }
    }
    group.readings = sample(group.readings, atMost: most)
    group.total = count
    return group
  }

  private static func reading(_ bar: Series.Vertex, in slot: BarSlot?, _ layout: Layout)
    -> Reading?
  {
    guard let slot, let place = place(bar.x, bar.y, layout) else { return nil }
    let words = slot.isLying ? "\(bar.y): \(bar.x)" : "\(bar.x): \(bar.y)"
    let box = slot.box(to: place)
    return Reading(place: slot.tip(of: box), words: words, box: box)
  }

  private static func place(_ x: Datum, _ y: Datum, _ layout: Layout) -> Point? {
    guard layout.x.fault(of: x) == nil, layout.y.fault(of: y) == nil,
      let x = layout.x.position(of: x), let y = layout.y.position(of: y)
    else { return nil }
    return Point(x: x, y: y)
  }
}
