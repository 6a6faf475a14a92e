import Charts
import Markup

/// An edge of a network scheme, in pixels.
struct SchemeEdge {
  /// The approximate size of an edge in bytes.
  static let bytes = 110
  private let start: Point
  private let end: Point
  private let control: Point
  private let width: Double
  private let isWeak: Bool
  /// The direction from the middle of the edge to its label.
  private let side: Point
  private let hasHeading: Bool
  private let edge: (edge: Edge, series: String?, annotation: String?)

  /// Creates an edge between two units of a layout; edges without length draw nothing.
  init(_ edge: (edge: Edge, series: String?, annotation: String?), _ schemeLayout: SchemeLayout) {
    self.edge = edge
    let from = schemeLayout.place(edge.edge.from) ?? Point(x: 0, y: 0)
    let to = schemeLayout.place(edge.edge.to) ?? from
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let given = edge.edge.bend.isFinite ? min(max(edge.edge.bend, -9), 9) : 0
    let bend = schemeLayout.isUpright ? -given : given
    let middle = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    let reach = bend * min(1, 3 * schemeLayout.step / length) * 0.7
    control = Point(x: middle.x + dy * reach, y: middle.y - dx * reach)
    let turn = bend != 0 ? (bend < 0 ? -1.0 : 1) : dx < 0 || dx == 0 && dy > 0 ? -1 : 1
    side = Point(x: dy / length * turn, y: -dx / length * turn)
    let isCrowded = schemeLayout.edges.count > 24
    hasHeading = !isCrowded
    let magnitude = edge.edge.value?.number?.magnitude
    let widest = isCrowded ? 5.0 : 12
    let fraction = magnitude.map { $0.isFinite ? $0 / schemeLayout.largest : $0.isNaN ? 0 : 1 }
    width = fraction.map { max(1.2, widest * $0) } ?? 1.4
    isWeak = fraction.map { widest * $0 < 0.6 } ?? false
    start = Self.towards(control, from: from, by: schemeLayout.radius + 3)
    end = Self.towards(control, from: to, by: schemeLayout.radius + 3)
  }

  func svg(_ prepared: PreparedChart) -> [HTML] {
    guard start != end else { return [] }
    let colour = edge.series.map { prepared.style(of: $0).colour } ?? "plain"
    let size = max(8, width * 1.5)
    let neck = hasHeading ? Self.towards(control, from: end, by: size * 0.8) : end
    let data =
      "M\(coordinate(start.x)),\(coordinate(start.y))Q\(coordinate(control.x)),"
      + "\(coordinate(control.y)) \(coordinate(neck.x)),\(coordinate(neck.y))"
    let weak: HTML = isWeak ? " weak" : ""
    let line: HTML =
      "<path class=\"edge \(colour)\(weak)\" stroke-width=\"\(coordinate(width))\" d=\"\(data)\"/>"
    guard hasHeading else { return [line] }
    let head = ArrowHeads.head(at: end, from: control, size: size)
    return [line, "<path class=\"head \(colour)\" d=\"\(head)\"/>"]
  }

  /// The annotation beside the middle of the edge.
  func label(_ size: Drawing.Size, within width: Double) -> [HTML] {
    guard let annotation = edge.annotation else { return [] }
    let text = TextBlock(annotation, within: 120, size: size)
    let reach = self.width / 2 + 5
    let away = reach + side.x.magnitude * text.width / 2 + side.y.magnitude * text.height / 2
    let place = Point(x: middle.x + side.x * away, y: middle.y + side.y * away)
    let box = text.box(with: (0.5, 0.5), at: place)
    let inside = box.moved(into: Box(left: 0, top: 0, right: width, bottom: max(box.bottom, 0)))
    return text.svg(in: inside, SVGTextStyle(cssClass: "note strong", anchor: .middle))
  }

  /// The value of the edge as a data point.
  func dataPoint(below top: Double) -> DataPoints.Item? {
    guard let value = edge.edge.value else { return nil }
    return DataPoints.Item(
      place: Point(x: middle.x, y: middle.y + top),
      text: "\(edge.edge.from) → \(edge.edge.to): \(value)")
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
