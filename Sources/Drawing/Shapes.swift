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

  static func bars(_ boxes: [Box], _ style: SeriesStyle) -> HTML {
    let data = boxes.map(outline).joined()
    return "<path class=\"bar \(style.colour) b\(style.index % 3 + 1)\" d=\"\(data)\"/>"
  }

  static func bands(_ outlines: [[Point]], _ style: SeriesStyle) -> HTML {
    let data = outlines.map { path(along: $0) + "z" }.joined()
    return "<path class=\"band \(style.colour)\" d=\"\(data)\"/>"
  }

  static func band(_ box: Box, _ style: SeriesStyle) -> HTML {
    "<path class=\"band \(style.colour)\" d=\"\(outline(of: box))\"/>"
  }

  /// A straight line of the frame: a grid line, a rule, the zero line.
  static func straight(_ kind: String, from start: Point, to end: Point) -> HTML {
    "<path class=\"\(kind)\" d=\"\(path(along: [start, end]))\"/>"
  }

  static func outline(of box: Box) -> String {
    let start = "M\(coordinate(box.left)),\(coordinate(box.top))"
    return "\(start)H\(coordinate(box.right))V\(coordinate(box.bottom))H\(coordinate(box.left))z"
  }
}
