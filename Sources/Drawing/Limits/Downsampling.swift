/// Simplifies lines and samples points so that a drawing fits its byte budget.
package enum Downsampling {
  /// A distance too small to be visible: coordinates are printed to a tenth of a pixel.
  package static let invisible = 0.1

  /// Simplifies the lines of several series to at most `count` points in total.
  ///
  /// Also returns the maximum distance of removed points from the lines: a tenth of a pixel, or the
  /// smallest larger tolerance that suffices.
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

  /// Simplifies outlines to at most `count` points in total; also returns the maximum distance of
  /// removed points.
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

  /// Joins runs across gaps that are too narrow to be visible.
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

  /// Simplifies a polyline so that removed points lie within a tolerance of it.
  package static func polyline(_ points: [Point], within tolerance: Double) -> [Point] {
    let half = tolerance / 2
    guard points.count > 64, tolerance > invisible else {
      return simplified(points, within: tolerance)
    }
    return simplified(columns(points, width: half), within: half)
  }

  /// The first, last, lowest and highest point of each pixel column that a run of points crosses;
  /// the other points are no farther from the line through these than a column is wide.
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

  /// Extends each segment as long as a single straight line passes all points within the tolerance:
  /// each point allows a cone of directions, and all cones must intersect.
  private static func simplified(_ points: [Point], within tolerance: Double) -> [Point] {
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

/// The directions from an anchor that pass close to all points so far, as two bounding vectors; all
/// directions before the first point.
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

  /// Also rejects points closer to the anchor than earlier ones, so that lines that reverse
  /// direction are not shortened.
  func allows(_ point: Point, from anchor: Point) -> Bool {
    let v = Point(x: point.x - anchor.x, y: point.y - anchor.y)
    guard (v.x * v.x + v.y * v.y).squareRoot() >= reach - tolerance else { return false }
    guard let left, let right else { return true }
    return turn(left, v) >= 0 && turn(v, right) >= 0
  }

  private func turn(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}

extension Downsampling {
  /// Samples the dots of several series to at most `count` in total, but at least one per series.
  ///
  /// Dots that are printed at the same position are merged first, since this is invisible; then
  /// each series is sampled by the same factor.
  package static func dots(_ series: [[Point]], atMost count: Int) -> [[Point]] {
    guard series.reduce(0, { $0 + $1.count }) > count else { return series }
    let distinct = series.map(distinct)
    let total = distinct.reduce(0) { $0 + $1.count }
    guard total > count else { return distinct }
    return distinct.map { dots in
      evenly(dots, atMost: dots.isEmpty ? 0 : max(1, dots.count * count / total))
    }
  }

  /// The points that are printed at distinct positions.
  static func distinct(_ points: [Point]) -> [Point] {
    var seen: Set<SIMD2<Int>> = []
    return points.filter { seen.insert(tenths($0)).inserted }
  }

  /// Samples at most `count` elements, one from each of as many equal parts.
  ///
  /// The position within the part varies, so that a sequence whose even and odd elements differ is
  /// sampled evenly.
  package static func evenly<Element>(_ row: [Element], atMost count: Int) -> [Element] {
    guard row.count > count else { return row }
    return (0..<max(0, count)).map { part in
      let (start, end) = (part * row.count / count, (part + 1) * row.count / count)
      let fraction = (Double(part) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      return row[start + Int(fraction * Double(end - start))]
    }
  }
}
