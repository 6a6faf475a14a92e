/// Distances and intersections between boxes, points and lines.
enum Distance {
  /// The distance of a box from the nearest of several polylines; 0 if one crosses it.
  static func from(_ box: Box, to lines: [[Point]]) -> Double {
    var least = Double.infinity
    for line in lines {
      if let only = line.first, line.count == 1 { least = min(least, from(box, to: only)) }
      for (start, end) in zip(line, line.dropFirst()) {
        let outside =
          max(start.x, end.x) < box.left - least || min(start.x, end.x) > box.right + least
          || max(start.y, end.y) < box.top - least || min(start.y, end.y) > box.bottom + least
        if !outside { least = min(least, from(box, to: start, end)) }
      }
    }
    return least
  }

  /// Whether two line segments cross.
  static func cross(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    turn(a.0, a.1, b.0) * turn(a.0, a.1, b.1) < 0 && turn(b.0, b.1, a.0) * turn(b.0, b.1, a.1) < 0
  }

  private static func from(_ box: Box, to start: Point, _ end: Point) -> Double {
    if Clipping.segment(start, end, to: box) != nil { return 0 }
    let corners = box.corners.map { from($0, to: start, end) }
    return ([from(box, to: start), from(box, to: end)] + corners).reduce(.infinity, min)
  }

  private static func from(_ box: Box, to point: Point) -> Double {
    let dx = max(box.left - point.x, 0, point.x - box.right)
    let dy = max(box.top - point.y, 0, point.y - box.bottom)
    return (dx * dx + dy * dy).squareRoot()
  }

  private static func from(_ point: Point, to start: Point, _ end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along = (point.x - start.x) * dx + (point.y - start.y) * dy
    let fraction = length > 0 ? min(max(along / length, 0), 1) : 0
    let (x, y) = (start.x + fraction * dx - point.x, start.y + fraction * dy - point.y)
    return (x * x + y * y).squareRoot()
  }

  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
