/// Contour lines of values on a grid.
package enum Isolines {
  /// Closed outlines of the areas that reach a level, by marching squares with linear
  /// interpolation.
  ///
  /// Points outside the grid count as lower than any level, so outlines are closed along its edges.
  ///
  /// - Parameters:
  ///   - values: The values in row-major order; NaN counts as lower than any level.
  ///   - x: The positions of the columns.
  ///   - y: The positions of the rows.
  ///   - level: The level.
  /// - Returns: The outlines; holes have the opposite orientation.
  package static func outlines(_ values: [Double], x: [Double], y: [Double], level: Double)
    -> [[Point]]
  {
    guard let left = x.first, let right = x.last, let top = y.first, let bottom = y.last
    else { return [] }
    var grid = BorderedGrid(x: [left] + x + [right], y: [top] + y + [bottom], level: level)
    for (row, start) in stride(from: 0, to: values.count, by: x.count).enumerated() {
      for column in x.indices { grid[column + 1, row + 1] = values[start + column] }
    }
    return grid.outlines()
  }
}

/// A grid surrounded by a border of −∞.
private struct BorderedGrid {
  let x: [Double]
  let y: [Double]
  let level: Double
  private var values: [Double]
  private var isInside: [Bool]
  /// Maps each grid edge that an outline crosses to the next one.
  ///
  /// The edge to the right of a point has an even number, the one below it an odd number.
  private var next: [Int32]

  init(x: [Double], y: [Double], level: Double) {
    self.x = x
    self.y = y
    self.level = level
    values = [Double](repeating: -.infinity, count: x.count * y.count)
    isInside = [Bool](repeating: false, count: values.count)
    next = [Int32](repeating: -1, count: 2 * values.count)
  }

  subscript(column: Int, row: Int) -> Double {
    get { values[row * x.count + column] }
    set {
      values[row * x.count + column] = newValue
      isInside[row * x.count + column] = newValue >= level
    }
  }

  mutating func outlines() -> [[Point]] {
    for row in 0..<y.count - 1 {
      for column in 0..<x.count - 1 { joinCrossings(column, row) }
    }
    var outlines: [[Point]] = []
    for start in next.indices where next[start] >= 0 {
      var outline: [Point] = []
      var edge = start
      while next[edge] >= 0 {
        outline.append(crossing(edge))
        let following = Int(next[edge])
        next[edge] = -1
        edge = following
      }
      outlines.append(outline)
    }
    return outlines
  }

  /// Connects the crossings of one square; the higher side is always on the same side of the
  /// outline.
  private mutating func joinCrossings(_ column: Int, _ row: Int) {
    let corner = row * x.count + column
    let (a, b) = (isInside[corner], isInside[corner + 1])
    let (d, c) = (isInside[corner + x.count], isInside[corner + x.count + 1])
    guard a != b || b != c || c != d else { return }
    let (top, left) = (2 * corner, 2 * corner + 1)
    let (bottom, right) = (2 * (corner + x.count), 2 * (corner + 1) + 1)
    switch (a, b, c, d) {
    case (true, false, false, false): join(left, top)
    case (false, true, false, false): join(top, right)
    case (true, true, false, false): join(left, right)
    case (false, false, true, false): join(right, bottom)
    case (true, false, true, false):
      join(left, top)
      join(right, bottom)
    case (false, true, true, false): join(top, bottom)
    case (true, true, true, false): join(left, bottom)
    case (false, false, false, true): join(bottom, left)
    case (true, false, false, true): join(bottom, top)
    case (false, true, false, true):
      join(top, right)
      join(bottom, left)
    case (true, true, false, true): join(bottom, right)
    case (false, false, true, true): join(right, left)
    case (true, false, true, true): join(right, top)
    default: join(top, left)
    }
  }

  private mutating func join(_ from: Int, _ to: Int) { next[from] = Int32(to) }

  private func crossing(_ edge: Int) -> Point {
    let (row, column) = (edge / 2 / x.count, edge / 2 % x.count)
    let isBelow = edge % 2 == 1
    let (first, second) = (
      self[column, row], isBelow ? self[column, row + 1] : self[column + 1, row]
    )
    let fraction = second - first != 0 ? (level - first) / (second - first) : 0.5
    let part = fraction.isFinite ? min(max(fraction, 0), 1) : first < second ? 1 : 0
    return isBelow
      ? Point(x: x[column], y: y[row] + part * (y[row + 1] - y[row]))
      : Point(x: x[column] + part * (x[column + 1] - x[column]), y: y[row])
  }
}
