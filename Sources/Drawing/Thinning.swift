/// Fewer points for the same picture.
package enum Thinning {
  /// The lines of several series with together at most `count` points: they stay within a tenth
  /// of a pixel, and only if that is still too much, within the smallest doubling that serves.
  package static func lines(_ series: [[[Point]]], atMost count: Int) -> [[[Point]]] {
    var tolerance = 0.1
    var thinned = series.map { $0.map { polyline($0, within: tolerance) } }
    while thinned.joined().reduce(0, { $0 + $1.count }) > max(count, 2 * series.count) {
      tolerance *= 2
      thinned = thinned.map {
        joined($0, across: 2 * tolerance).map { polyline($0, within: tolerance) }
      }
    }
    return thinned
  }

  /// Joins runs over gaps too narrow to be seen.
  private static func joined(_ runs: [[Point]], across gap: Double) -> [[Point]] {
    var joined: [[Point]] = []
    for run in runs {
      if let last = joined.last?.last, let first = run.first, (last.x - first.x).magnitude < gap {
        joined[joined.count - 1] += run
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  /// The polyline whose removed points lie within a tolerance of it.
  package static func polyline(_ points: [Point], within tolerance: Double) -> [Point] {
    sleeve(columns(points, width: 2 * tolerance), within: tolerance)
  }

  /// First, last, lowest and highest point of each column that a run of points crosses: a pen
  /// wider than the column leaves the same ink.
  private static func columns(_ points: [Point], width: Double) -> [Point] {
    guard points.count > 64 else { return points }
    var kept: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / width).rounded(.down)
      var (end, low, high) = (start + 1, start, start)
      while end < points.count, (points[end].x / width).rounded(.down) == column {
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
        end += 1
      }
      for index in Set([start, low, high, end - 1]).sorted() { kept.append(points[index]) }
      start = end
    }
    return kept
  }

  /// Walks on as long as one straight line passes all points of the walk within the tolerance:
  /// each point leaves a cone of directions, and the cones must meet.
  private static func sleeve(_ points: [Point], within tolerance: Double) -> [Point] {
    guard points.count > 2, var anchor = points.first else { return points }
    var kept = [anchor]
    var cone = Cone(tolerance: tolerance)
    for (previous, point) in zip(points.dropFirst(), points.dropFirst(2)) {
      cone.narrow(to: previous, from: anchor)
      guard !cone.allows(point, from: anchor) else { continue }
      kept.append(previous)
      anchor = previous
      cone = Cone(tolerance: tolerance)
    }
    if let last = points.last { kept.append(last) }
    return kept
  }
}

/// The directions from an anchor that pass close to points, as two vectors that turn towards
/// each other; without a point yet it allows all.
private struct Cone {
  let tolerance: Double
  private var left: Point?
  private var right: Point?
  private var reach = 0.0

  init(tolerance: Double) { self.tolerance = tolerance }

  mutating func narrow(to point: Point, from anchor: Point) {
    let (dx, dy) = (point.x - anchor.x, point.y - anchor.y)
    let length = (dx * dx + dy * dy).squareRoot()
    reach = max(reach, length)
    guard length > tolerance else { return }
    let sine = tolerance / length
    let cosine = (1 - sine * sine).squareRoot()
    let a = Point(x: dx * cosine + dy * sine, y: dy * cosine - dx * sine)
    let b = Point(x: dx * cosine - dy * sine, y: dy * cosine + dx * sine)
    if left.map({ turn($0, a) > 0 }) ?? true { left = a }
    if right.map({ turn($0, b) < 0 }) ?? true { right = b }
  }

  /// A line that turns back must not shorten what it passed.
  func allows(_ point: Point, from anchor: Point) -> Bool {
    let v = Point(x: point.x - anchor.x, y: point.y - anchor.y)
    guard (v.x * v.x + v.y * v.y).squareRoot() >= reach - tolerance else { return false }
    guard let left, let right else { return true }
    return turn(left, v) >= 0 && turn(v, right) >= 0
  }

  private func turn(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}

extension Thinning {
  /// The dots of several series, at most so many or one of each: of those that hide each other one
  /// stays.
  package static func dots(_ series: [[Point]], atMost count: Int) -> [[Point]] {
    var width = series.joined().count > 100 * count ? 1 : 0.1
    var thinned = series
    while thinned.joined().count > max(count, series.count) {
      thinned = thinned.map { unique($0, width: width) }
      width *= 1.5
    }
    return thinned
  }

  private static func unique(_ points: [Point], width: Double) -> [Point] {
    var seen: Set<SIMD2<Int>> = []
    return points.filter {
      seen.insert(SIMD2(Int(($0.x / width).rounded()), Int(($0.y / width).rounded()))).inserted
    }
  }

  /// Bars too narrow to be told apart, joined into the outline they make together.
  package static func bars(_ bars: [Box], atMost count: Int = 300) -> [Box] {
    guard bars.count > count else { return bars }
    let sorted = bars.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
    let size = (bars.count + count - 1) / count
    return stride(from: 0, to: sorted.count, by: size).map { start in
      let group = sorted[start..<min(start + size, sorted.count)]
      return group.dropFirst().reduce(group[start]) { joined, bar in
        Box(
          left: min(joined.left, bar.left), top: min(joined.top, bar.top),
          right: max(joined.right, bar.right), bottom: max(joined.bottom, bar.bottom))
      }
    }
  }
}
