import Charts
import Markup

/// Network schemes: units at the places of a coarse grid, edges as wide as what they carry.
extension Scene {
  static func scheme(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    let plan = SchemePlan(contents.chart, size)
    let edges = plan.edges.map { SchemeEdge($0, plan) }
    let names = contents.series.filter { $0.name != nil }
    let legend = names.count > 1 ? Legend(names, size) : Legend([], size)
    var elements = legend.svg
    elements.append("<g transform=\"translate(0 \(coordinate(legend.height)))\">")
    elements += edges.flatMap { $0.svg(contents) }
    elements += plan.nodes.flatMap { node in
      Self.unit(node.label, at: plan.place(node), radius: plan.radius, size)
    }
    elements += edges.flatMap { $0.label(size, within: plan.width) }
    elements.append("</g>")
    let readings = edges.compactMap { $0.reading(below: legend.height) }
    return Scene(
      elements: elements, height: legend.height + plan.height, omitted: nil,
      readings: Readings(
        [Readings.Group(readings: readings)],
        axes: (contents.chart.xAxis, contents.chart.yAxis)))
  }

  private static func unit(
    _ label: String, at place: Point, radius: Double, _ size: Drawing.Size
  ) -> [HTML] {
    let words = Words(Wrapping.lines(label, within: 2 * radius, atMost: 2, size: size.text), size)
    let half = max(radius, words.width / 2 + 6)
    let (left, top) = (coordinate(place.x - half + radius), coordinate(place.y - radius))
    let (width, r) = (coordinate(2 * (half - radius)), coordinate(radius))
    let arc = "a\(r),\(r) 0 0 1 0,"
    let height = coordinate(2 * radius)
    let data = "M\(left),\(top)h\(width)\(arc)\(height)h-\(width)\(arc)-\(height)z"
    return ["<path class=\"unit\" d=\"\(data)\"/>"]
      + words.svg(
        in: words.box(with: (0.5, 0.5), at: place), TextStyle(kind: "strong", anchor: .middle))
  }
}

/// Where the units of a scheme stand.
struct SchemePlan {
  let nodes: [Node]
  let edges: [(edge: Edge, series: String?, words: String?)]
  let width: Double
  let height: Double
  let radius: Double
  /// The greatest magnitude that an edge carries.
  let greatest: Double
  private let places: [String: Point]
  /// The distance of two columns, and the direction in which they follow each other.
  let step: Double
  let isUpright: Bool

  init(_ chart: Chart, _ size: Drawing.Size) {
    nodes = chart.marks.compactMap { mark in
      guard case .node(let node) = mark.shape, node.column.isFinite, node.row.isFinite
      else { return nil }
      return node
    }
    edges = chart.marks.compactMap { mark in
      guard case .edge(let edge) = mark.shape else { return nil }
      return (edge, mark.series, mark.annotation)
    }
    let magnitudes = edges.compactMap { $0.edge.value?.number?.magnitude }.filter(\.isFinite)
    greatest = max(magnitudes.max() ?? 0, .leastNormalMagnitude)
    width = size.width
    let columns = Extent(nodes.map(\.column))
    let rows = Extent(nodes.map(\.row) + Self.reaches(nodes, edges.map(\.edge)))
    let isUpright = size == .narrow && columns.span > 1.2 * rows.span && columns.span > 3
    let across = isUpright ? rows : columns
    let margin = 44.0
    let unit = min((size.width - 2 * margin) / max(across.span, 1e-9), 96)
    let other =
      isUpright ? min(64, 760 / max(columns.span, 1e-9)) : min(64, 420 / max(rows.span, 1e-9))
    let radius = min(17, 0.34 * min(unit, other) + 2)
    let left = (size.width - unit * across.span) / 2
    let head = radius + 10 + (edges.contains { $0.words != nil } ? size.leading : 0)
    places = Dictionary(
      nodes.map { node in
        let (along, beside) = (node.column - columns.low, node.row - rows.low)
        let place =
          isUpright
          ? Point(x: left + beside * unit, y: head + along * other)
          : Point(x: left + along * unit, y: head + beside * other)
        return (node.name, place)
      }, uniquingKeysWith: { first, _ in first })
    (self.isUpright, self.radius, step) = (isUpright, radius, isUpright ? other : unit)
    height = head + radius + 10 + other * (isUpright ? columns.span : rows.span)
  }

  /// The rows that bent edges reach.
  private static func reaches(_ nodes: [Node], _ edges: [Edge]) -> [Double] {
    let known = Dictionary(nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return edges.compactMap { edge in
      guard let from = known[edge.from], let to = known[edge.to], edge.bend.isFinite else {
        return nil
      }
      let side: Double = to.column < from.column ? 1 : -1
      return (from.row + to.row) / 2 + side * edge.bend * 1.1 * (to.column - from.column).magnitude
        / 2
    }
  }

  func place(_ node: Node) -> Point { places[node.name] ?? Point(x: 0, y: 0) }

  func place(_ name: String) -> Point? { places[name] }
}

/// From the least to the greatest of numbers.
private struct Extent {
  let low: Double
  let span: Double

  init(_ numbers: [Double]) {
    low = numbers.min() ?? 0
    span = min((numbers.max() ?? 0) - low, 1e6)
  }
}

/// An edge of a scheme in pixels.
struct SchemeEdge {
  private let start: Point
  private let end: Point
  private let control: Point
  private let width: Double
  private let isWeak: Bool
  /// The direction in which words stand beside its middle.
  private let side: Point
  private let hasHead: Bool
  private let edge: (edge: Edge, series: String?, words: String?)

  /// Nil points and lengths of zero are drawn as nothing.
  init(_ edge: (edge: Edge, series: String?, words: String?), _ plan: SchemePlan) {
    self.edge = edge
    let from = plan.place(edge.edge.from) ?? Point(x: 0, y: 0)
    let to = plan.place(edge.edge.to) ?? from
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let given = edge.edge.bend.isFinite ? min(max(edge.edge.bend, -9), 9) : 0
    let bend = plan.isUpright ? -given : given
    let middle = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    let reach = bend * min(1, 3 * plan.step / length) * 0.7
    control = Point(x: middle.x + dy * reach, y: middle.y - dx * reach)
    let turn = bend != 0 ? (bend < 0 ? -1.0 : 1) : dx < 0 || dx == 0 && dy > 0 ? -1 : 1
    side = Point(x: dy / length * turn, y: -dx / length * turn)
    let isCrowded = plan.edges.count > 24
    hasHead = !isCrowded
    let magnitude = edge.edge.value?.number?.magnitude
    let widest = isCrowded ? 5.0 : 12
    let share = magnitude.map { $0.isFinite ? $0 / plan.greatest : $0.isNaN ? 0 : 1 }
    width = share.map { max(1.2, widest * $0) } ?? 1.4
    isWeak = share.map { widest * $0 < 0.6 } ?? false
    start = Self.towards(control, from: from, by: plan.radius + 3)
    end = Self.towards(control, from: to, by: plan.radius + 3)
  }

  func svg(_ contents: Contents) -> [HTML] {
    guard start != end else { return [] }
    let colour = edge.series.map { contents.style(of: $0).colour } ?? "plain"
    let size = max(8, width * 1.5)
    let neck = hasHead ? Self.towards(control, from: end, by: size * 0.8) : end
    let data =
      "M\(coordinate(start.x)),\(coordinate(start.y))Q\(coordinate(control.x)),"
      + "\(coordinate(control.y)) \(coordinate(neck.x)),\(coordinate(neck.y))"
    let weak: HTML = isWeak ? " weak" : ""
    let line: HTML =
      "<path class=\"edge \(colour)\(weak)\" stroke-width=\"\(coordinate(width))\" d=\"\(data)\"/>"
    guard hasHead else { return [line] }
    let head = Arrows.head(at: end, from: control, size: size)
    return [line, "<path class=\"head \(colour)\" d=\"\(head)\"/>"]
  }

  /// The words beside its middle.
  func label(_ size: Drawing.Size, within width: Double) -> [HTML] {
    guard let text = edge.words else { return [] }
    let words = Words(text, within: 120, size)
    let reach = self.width / 2 + 5
    let away = reach + side.x.magnitude * words.width / 2 + side.y.magnitude * words.height / 2
    let place = Point(x: middle.x + side.x * away, y: middle.y + side.y * away)
    let box = words.box(with: (0.5, 0.5), at: place)
    let inside = box.moved(into: Box(left: 0, top: 0, right: width, bottom: max(box.bottom, 0)))
    return words.svg(in: inside, TextStyle(kind: "note strong", anchor: .middle))
  }

  /// What it carries.
  func reading(below top: Double) -> Readings.Reading? {
    guard let value = edge.edge.value else { return nil }
    return Readings.Reading(
      place: Point(x: middle.x, y: middle.y + top),
      words: "\(edge.edge.from) → \(edge.edge.to): \(value)")
  }

  private var middle: Point {
    Point(
      x: start.x / 4 + control.x / 2 + end.x / 4, y: start.y / 4 + control.y / 2 + end.y / 4)
  }

  private static func towards(_ target: Point, from point: Point, by step: Double) -> Point {
    let (dx, dy) = (target.x - point.x, target.y - point.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > step else { return point }
    return Point(x: point.x + dx / length * step, y: point.y + dy / length * step)
  }
}
