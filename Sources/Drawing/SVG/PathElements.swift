import Markup

/// The SVG elements of marks, one for all marks of a kind in a series.
enum PathElements {
  static func line(_ runs: [[Point]], _ style: SeriesStyle) -> HTML {
    let (lone, long) = (runs.filter { $0.count == 1 }, runs.filter { $0.count != 1 })
    let data = lone.map { path(along: $0) + "h0" }.joined() + lineData(long)
    return "<path class=\"line \(style.colour) \(style.dash)\" d=\"\(data)\"/>"
  }

  /// Dots with the marker of their series.
  static func dots(_ points: [Point], _ style: SeriesStyle, radius: Double = 3) -> HTML {
    let (start, outline) = style.marker(radius: radius)
    let places = points.map { Point(x: $0.x + start.x, y: $0.y + start.y) }
    let cssClass =
      "\(style.markerClass) \(style.colour)" + (style.isStroked ? sizeClass(radius) : "")
    return "<path class=\"\(cssClass)\" d=\"\(dotData(places, outline))\"/>"
  }

  /// Discs in the paper's colour, drawn below dots to set them off from a coloured background.
  static func ring(_ points: [Point], radius: Double) -> HTML {
    "<path class=\"round ring\(sizeClass(radius))\" d=\"\(dotData(points, "h0"))\"/>"
  }

  /// The same outline at many points: absolute and readable if they are few, else compact.
  private static func dotData(_ points: [Point], _ outline: String) -> String {
    if points.count <= 100 { return points.map { path(along: [$0]) + outline }.joined() }
    var data = PathData()
    for point in points {
      data.move(to: point)
      data.append(closed: outline)
    }
    return data.text
  }

  private static func sizeClass(_ radius: Double) -> String {
    radius >= 3 ? "" : radius >= 2 ? " fine" : " finest"
  }

  static func bars(_ boxes: [Box], _ style: SeriesStyle, isSolid: Bool = false) -> HTML {
    let fill = isSolid ? "b0" : "b\(style.index % 3 + 1)"
    return "<path class=\"bar \(style.colour) \(fill)\" d=\"\(boxData(boxes))\"/>"
  }

  /// Translucent rectangles, so that overlapping ones remain visible.
  static func rectangles(_ boxes: [Box], _ style: SeriesStyle) -> HTML {
    "<path class=\"steps \(style.colour) \(style.dash)\" d=\"\(boxData(boxes))\"/>"
  }

  private static func boxData(_ boxes: [Box]) -> String {
    if boxes.count <= 100 { return boxes.map(outline).joined() }
    var data = PathData()
    for box in boxes {
      data.move(to: Point(x: box.left, y: box.top))
      data.horizontal(to: box.right)
      data.vertical(to: box.bottom)
      data.horizontal(to: box.left)
      data.close()
    }
    return data.text
  }

  static func bands(_ outlines: [[Point]], _ style: SeriesStyle) -> HTML {
    "<path class=\"band \(style.colour)\" d=\"\(lineData(outlines, closing: true))\"/>"
  }

  /// Filled areas with holes.
  static func outlines(_ outlines: [[Point]], _ cssClass: String) -> HTML {
    "<path class=\"\(cssClass)\" d=\"\(lineData(outlines, closing: true))\"/>"
  }

  /// A path with a disc at its start and arrowheads, drawn on a halo that sets it off from coloured
  /// areas.
  static func arrowPaths(_ runs: [[Point]], _ cssClass: String) -> [HTML] {
    let data = lineData(runs)
    let heads = runs.map(ArrowHeads.heads).joined()
    let start = runs.first?.first.map { disc(at: $0, radius: 3.5) } ?? ""
    return [
      "<path class=\"halo\" d=\"\(data)\"/>", "<path class=\"way \(cssClass)\" d=\"\(data)\"/>",
      "<path class=\"head \(cssClass)\" d=\"\(start)\(heads)\"/>",
    ]
  }

  /// Arrows in the colour of a series or of annotations.
  ///
  /// Consecutive arrows of a colour share one path for their shafts and one for their heads.
  static func arrows(_ arrows: [PlottedMarks.Arrow]) -> [HTML] {
    var svg: [HTML] = []
    var rest = arrows[...]
    while let cssClass = rest.first?.cssClass {
      let group = rest.prefix { $0.cssClass == cssClass }
      rest = rest.dropFirst(group.count)
      let shafts = lineData(group.map { [$0.from, $0.to] })
      let heads = group.map { arrow in
        let (dx, dy) = (arrow.to.x - arrow.from.x, arrow.to.y - arrow.from.y)
        let size = min(8, max(2.5, 0.4 * (dx * dx + dy * dy).squareRoot()))
        return ArrowHeads.head(at: arrow.to, from: arrow.from, size: size)
      }
      svg += [
        "<path class=\"shaft \(cssClass)\" d=\"\(shafts)\"/>",
        "<path class=\"head \(cssClass)\" d=\"\(heads.joined())\"/>",
      ]
    }
    return svg
  }

  /// A sample of a scheme's edges, for the legend.
  static func edge(from start: Point, to end: Point, style: SeriesStyle) -> HTML {
    let data = path(along: [start, end])
    return "<path class=\"edge \(style.colour)\" stroke-width=\"4\" d=\"\(data)\"/>"
  }

  /// Thin lines with caps; on bars they are outlined in the paper's colour.
  static func ranges(
    _ ranges: [(from: Point, to: Point)], _ style: SeriesStyle, onBars: Bool = false
  ) -> [HTML] {
    let data = ranges.map { range in
      let (x, y) = (coordinate(range.from.x - 4), coordinate(range.from.y))
      return "M\(x),\(y)h8m-4,0V\(coordinate(range.to.y))m-4,0h8"
    }.joined()
    let range: HTML = "<path class=\"range \(style.colour)\" d=\"\(data)\"/>"
    return onBars ? ["<path class=\"edging\" d=\"\(data)\"/>", range] : [range]
  }

  static func cells(_ boxes: [Box], _ cssClass: String) -> HTML {
    "<path class=\"cell \(cssClass)\" d=\"\(boxes.map(tile).joined())\"/>"
  }

  /// The outline of a rectangle in as few bytes as possible.
  private static func tile(_ box: Box) -> String {
    let (width, height) = (coordinate(box.width), coordinate(box.height))
    return "M\(coordinate(box.left)),\(coordinate(box.top))h\(width)v\(height)h-\(width)z"
  }

  static func band(_ box: Box, _ style: SeriesStyle) -> HTML {
    "<path class=\"band \(style.colour)\" d=\"\(outline(of: box))\"/>"
  }

  /// Several straight lines of the axes: the grid, the ticks.
  static func straight(_ cssClass: String, _ lines: [[Point]]) -> HTML {
    "<path class=\"\(cssClass)\" d=\"\(lines.map { path(along: $0) }.joined())\"/>"
  }

  /// A single straight line, such as a rule.
  static func straight(_ cssClass: String, from start: Point, to end: Point) -> HTML {
    "<path class=\"\(cssClass)\" d=\"\(path(along: [start, end]))\"/>"
  }

  static func outline(of box: Box) -> String {
    let start = "M\(coordinate(box.left)),\(coordinate(box.top))"
    return "\(start)H\(coordinate(box.right))V\(coordinate(box.bottom))H\(coordinate(box.left))z"
  }
}
