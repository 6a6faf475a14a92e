/// Fewer points for the same picture, or for one that is less exact where that must be.
package enum Downsampling {
  /// The distance that nobody sees: coordinates are printed no finer.
  package static let invisible = 0.1

  /// The lines of several series with together at most `count` points, and how far the points that
  /// are left out may lie from them: a tenth of a pixel, and only if that is still too much, the
  /// smallest distance that serves.
  package static func lines(_ series: [[[Point]]], atMost count: Int) -> (
    series: [[[Point]]], distance: Double
  ) {
    var distance = invisible
    var thinned = series.map { $0.map { polyline($0, within: distance) } }
    while thinned.joined().reduce(0, { $0 + $1.count }) > max(count, 2 * series.count) {
      distance *= 1.5
      thinned = thinned.map {
        joined($0, across: distance).map { polyline($0, within: distance) }
      }
    }
    return (thinned, distance)
  }

  /// Outlines with together at most `count` points, and how far what is left out may lie from them.
  static func outlines(_ outlines: [[Point]], atMost count: Int) -> (
    outlines: [[Point]], distance: Double
  ) {
    var distance = invisible
    var thinned = outlines.map { polyline($0, within: distance) }
    while distance < 50, thinned.reduce(0, { $0 + $1.count }) > count {
      distance *= 1.5
      thinned = outlines.map { polyline($0, within: distance) }
    }
    return (thinned, distance)
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
    let half = tolerance / 2
    guard points.count > 64, tolerance > invisible else { return sleeve(points, within: tolerance) }
    return sleeve(columns(points, width: half), within: half)
  }

  /// First, last, lowest and highest point of each column that a run of points crosses: each of the
  /// others lies beside the line between these, no farther away than the column is wide.
  private static func columns(_ points: [Point], width: Double) -> [Point] {
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / width).rounded(.down)
      var (end, low, high) = (start + 1, start, start)
      while end < points.count, (points[end].x / width).rounded(.down) == column {
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
        end += 1
      }
      for index in Set([start, low, high, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }

  /// Walks on as long as one straight line passes all points of the walk within the tolerance:
  /// each point leaves a cone of directions, and the cones must meet.
  private static func sleeve(_ points: [Point], within tolerance: Double) -> [Point] {
    guard points.count > 2, var anchor = points.first else { return points }
    var result = [anchor]
    var cone = Cone(tolerance: tolerance)
    for (previous, point) in zip(points.dropFirst(), points.dropFirst(2)) {
      cone.narrow(to: previous, from: anchor)
      guard !cone.allows(point, from: anchor) else { continue }
      result.append(previous)
      anchor = previous
      cone = Cone(tolerance: tolerance)
    }
    if let last = points.last { result.append(last) }
    return result
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

extension Downsampling {
  /// The dots of several series, at most so many or one of each.
  ///
  /// Of a series' dots that are printed at the same place all but one go first, for nobody sees that;
  /// of the others an equal part of each series stays.
  package static func dots(_ series: [[Point]], atMost count: Int) -> [[Point]] {
    guard series.reduce(0, { $0 + $1.count }) > count else { return series }
    let distinct = series.map(distinct)
    let total = distinct.reduce(0) { $0 + $1.count }
    guard total > count else { return distinct }
    return distinct.map { dots in
      evenly(dots, atMost: dots.isEmpty ? 0 : max(1, dots.count * count / total))
    }
  }

  /// Those that are printed at different places.
  static func distinct(_ points: [Point]) -> [Point] {
    var seen: Set<SIMD2<Int>> = []
    return points.filter { seen.insert(tenths($0)).inserted }
  }

  /// At most so many of a row, one from each of as many equal parts of it.
  ///
  /// Where in its part one is taken changes from part to part, so that a row whose even and odd
  /// elements differ keeps both kinds.
  package static func evenly<Element>(_ row: [Element], atMost count: Int) -> [Element] {
    guard row.count > count else { return row }
    return (0..<max(0, count)).map { part in
      let (start, end) = (part * row.count / count, (part + 1) * row.count / count)
      let fraction = (Double(part) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      return row[start + Int(fraction * Double(end - start))]
    }
  }
}
