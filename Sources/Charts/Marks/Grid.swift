/// Values on a grid of columns and rows: a heat map, a surface, the regions of a plane.
public struct Grid: Codable, Equatable, Sendable {
  /// The columns' positions on the horizontal axis.
  public var x: [Datum]
  /// The rows' positions on the vertical axis.
  public var y: [Datum]
  /// The values, row after row: the one of row r and column c is `values[r * x.count + c]`.
  public var values: [Datum]

  /// Creates a grid from rows; short rows are filled with NaN, long ones are cut.
  ///
  /// - Parameters:
  ///   - rows: The values.
  ///   - x: The columns' positions; by default 1, 2, …
  ///   - y: The rows' positions; by default 1, 2, …
  public init(
    _ rows: [[some Plottable]], x: [any Plottable]? = nil, y: [any Plottable]? = nil
  ) {
    let width = rows.map(\.count).max() ?? 0
    self.x = positions(x, width)
    self.y = positions(y, rows.count)
    let columns = self.x.count
    values = rows.prefix(self.y.count).flatMap { row in
      (0..<columns).map { $0 < row.count ? row[$0].datum : .number(.nan) }
    }
    let missing = self.y.count * columns - values.count
    values += [Datum](repeating: .number(.nan), count: missing)
  }

  /// Samples a function of the plane at equal distances, including both ends of the ranges.
  ///
  /// Rethrows what the function throws.
  public init<Value: Plottable>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int,
    _ value: (Double, Double) throws -> Value
  ) rethrows {
    let (xs, ys) = (steps(x, columns), steps(y, rows))
    self.x = xs.map(\.datum)
    self.y = ys.map(\.datum)
    values = try ys.flatMap { y in try xs.map { x in try value(x, y).datum } }
  }
}

private func positions(_ given: [any Plottable]?, _ count: Int) -> [Datum] {
  given?.map(\.datum) ?? (0..<count).map { .number(Double($0 + 1)) }
}

private func steps(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
  let last = max(2, count) - 1
  return (0...last).map {
    subdivision($0, of: last, from: range.lowerBound, to: range.upperBound)
  }
}
