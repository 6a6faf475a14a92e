/// Clips lines to a box.
package enum Clipping {
  /// The parts of a polyline that are inside a box.
  package static func polyline(_ points: [Point], to box: Box) -> [[Point]] {
    if points.allSatisfy(box.contains) { return points.isEmpty ? [] : [points] }
    var runs: [[Point]] = []
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (a, b) = segment(start, end, to: box) else { continue }
      if runs.last?.last == a {
        runs[runs.count - 1].append(b)
      } else {
        runs.append([a, b])
      }
    }
    return runs
  }

  /// The part of a segment that is inside a box; nil if it is outside.
  ///
  /// The segment is parametrised from 0 to 1, and each edge of the box restricts the interval.
  package static func segment(_ start: Point, _ end: Point, to box: Box) -> (Point, Point)? {
    var (enter, leave) = (0.0, 1.0)
    for (from, to, low, high) in [
      (start.x, end.x, box.left, box.right), (start.y, end.y, box.top, box.bottom),
    ] {
      guard from != to else {
        if low...high ~= from { continue }
        return nil
      }
      let (a, b) = ((low - from) / (to - from), (high - from) / (to - from))
      enter = max(enter, min(a, b))
      leave = min(leave, max(a, b))
    }
    guard enter <= leave else { return nil }
    return (point(enter), point(leave))

    func point(_ fraction: Double) -> Point {
      switch fraction {
      case 0: start
      case 1: end
      default:
        Point(x: start.x + fraction * (end.x - start.x), y: start.y + fraction * (end.y - start.y))
      }
    }
  }
}
