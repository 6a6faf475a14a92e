import Markup

/// The elements that marks are drawn with: one for all marks of a kind and a series.
enum Shapes {
  static func line(_ runs: [[Point]], _ style: SeriesStyle) -> HTML {
    let data = runs.map { run in
      run.count == 1 ? path(along: run) + "h0" : path(along: run)
    }
    return "<path class=\"line \(style.colour) \(style.dash)\" d=\"\(data.joined())\"/>"
  }

  static func dots(_ points: [Point], _ style: SeriesStyle) -> HTML {
    let data = points.map { style.marker(at: $0, radius: 3) }.joined()
    return "<path class=\"dot \(style.colour)\" d=\"\(data)\"/>"
  }

  static func bars(_ boxes: [Box], _ style: SeriesStyle, isSolid: Bool = false) -> HTML {
    let data = boxes.map(outline).joined()
    let fill = isSolid ? "b0" : "b\(style.index % 3 + 1)"
    return "<path class=\"bar \(style.colour) \(fill)\" d=\"\(data)\"/>"
  }

  static func bands(_ outlines: [[Point]], _ style: SeriesStyle) -> HTML {
    let data = outlines.map { path(along: $0) + "z" }.joined()
    return "<path class=\"band \(style.colour)\" d=\"\(data)\"/>"
  }

  /// Areas with holes.
  static func outlines(_ outlines: [[Point]], _ kind: String) -> HTML {
    let data = outlines.map { path(along: $0) + "z" }.joined()
    return "<path class=\"\(kind)\" d=\"\(data)\"/>"
  }

  /// A path with a disc at its start and its heads, on a ground of its own so that it stands out from colours.
  static func ways(_ runs: [[Point]], _ kind: String) -> [HTML] {
    let data = runs.map { path(along: $0) }.joined()
    let heads = runs.map(Arrows.heads).joined()
    let start = runs.first?.first.map { SeriesStyle(index: 0).marker(at: $0, radius: 3.5) } ?? ""
    return [
      "<path class=\"halo\" d=\"\(data)\"/>", "<path class=\"way \(kind)\" d=\"\(data)\"/>",
      "<path class=\"head \(kind)\" d=\"\(start)\(heads)\"/>",
    ]
  }

  /// An arrow from a place to another, in a series' colour or in that of notes.
  static func arrow(from start: Point, to end: Point, _ kind: String) -> [HTML] {
    [
      "<path class=\"shaft \(kind)\" d=\"\(path(along: [start, end]))\"/>",
      "<path class=\"head \(kind)\" d=\"\(Arrows.head(at: end, from: start))\"/>",
    ]
  }

  /// A sample of a scheme's edges.
  static func edge(from start: Point, to end: Point, _ style: SeriesStyle) -> HTML {
    let data = path(along: [start, end])
    return "<path class=\"edge \(style.colour)\" stroke-width=\"4\" d=\"\(data)\"/>"
  }

  /// Thin lines with short ends.
  static func ranges(_ ranges: [(from: Point, to: Point)], _ style: SeriesStyle) -> HTML {
    let data = ranges.map { range in
      let (x, y) = (coordinate(range.from.x - 4), coordinate(range.from.y))
      return "M\(x),\(y)h8m-4,0V\(coordinate(range.to.y))m-4,0h8"
    }
    return "<path class=\"range \(style.colour)\" d=\"\(data.joined())\"/>"
  }

  static func cells(_ boxes: [Box], _ kind: String) -> HTML {
    "<path class=\"cell \(kind)\" d=\"\(boxes.map(tile).joined())\"/>"
  }

  /// A rectangle's outline in as few bytes as can be.
  private static func tile(_ box: Box) -> String {
    let (width, height) = (coordinate(box.width), coordinate(box.height))
    return "M\(coordinate(box.left)),\(coordinate(box.top))h\(width)v\(height)h-\(width)z"
  }

  static func band(_ box: Box, _ style: SeriesStyle) -> HTML {
    "<path class=\"band \(style.colour)\" d=\"\(outline(of: box))\"/>"
  }

  /// Straight lines of the frame: the grid's, the ticks.
  static func straight(_ kind: String, _ lines: [[Point]]) -> HTML {
    "<path class=\"\(kind)\" d=\"\(lines.map { path(along: $0) }.joined())\"/>"
  }

  /// A straight line of the frame, such as a rule.
  static func straight(_ kind: String, from start: Point, to end: Point) -> HTML {
    "<path class=\"\(kind)\" d=\"\(path(along: [start, end]))\"/>"
  }

  static func outline(of box: Box) -> String {
    let start = "M\(coordinate(box.left)),\(coordinate(box.top))"
    return "\(start)H\(coordinate(box.right))V\(coordinate(box.bottom))H\(coordinate(box.left))z"
  }
}
