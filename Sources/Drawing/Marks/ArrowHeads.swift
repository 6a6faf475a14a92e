import Markup

/// Path data of arrowheads, and their positions along a path.
enum ArrowHeads {
  /// The minimum distance between heads along a path, and their maximum number, which makes the
  /// distance grow on long paths.
  private static let (minimumStep, most) = (70.0, 24.0)

  /// Path data of an arrowhead with its tip at a point.
  static func head(at tip: Point, from start: Point, size: Double = 8) -> String {
    let (dx, dy) = (tip.x - start.x, tip.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return "" }
    let (ux, uy) = (dx / length * size, dy / length * size)
    let left = Point(x: tip.x - ux - uy * 0.45, y: tip.y - uy + ux * 0.45)
    let right = Point(x: tip.x - ux + uy * 0.45, y: tip.y - uy - ux * 0.45)
    return path(along: [tip, left, right]) + "z"
  }

  /// Path data of the arrowheads along a path, at equal distances and at its end; a single straight
  /// segment is an arrow and has one head.
  static func heads(along points: [Point]) -> String {
    if points.count == 2 { return head(at: points[1], from: points[0]) }
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    let step = max(minimumStep, length / most)
    var data = ""
    var passed = 0.0
    var due = step
    for (start, end) in zip(points, points.dropFirst()) {
      let length = distance(start, end)
      while passed + length >= due {
        let fraction = length > 0 ? (due - passed) / length : 1
        let tip = Point(
          x: start.x + fraction * (end.x - start.x), y: start.y + fraction * (end.y - start.y))
        data += head(at: tip, from: start)
        due += step
      }
      passed += length
    }
    guard let last = points.last, passed > 4, passed - (due - step) > 12 || due == step,
      let before = points.last(where: { distance($0, last) > 2 })
    else { return data }
    return data + head(at: last, from: before)
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}
