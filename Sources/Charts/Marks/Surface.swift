/// The contour lines of a surface, on a background that is coloured by height.
///
///     ContourMark(x: 4.5...7, y: -3.2 ... -1.5) { w, b in loss(w, b) }
public struct ContourMark: ChartContent {
  /// The single mark of the contours.
  public let marks: [Mark]

  /// Creates the contours of a function of the plane.
  ///
  /// - Parameters:
  ///   - x: The horizontal range.
  ///   - y: The vertical range.
  ///   - levels: The heights of the lines; by default round numbers.
  ///   - columns: The number of samples along the horizontal axis.
  ///   - rows: The number of samples along the vertical axis.
  ///   - height: The height of the surface at (x, y).
  public init<Height: Plottable>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double] = [], columns: Int = 61,
    rows: Int = 41, _ height: (Double, Double) throws -> Height
  ) rethrows {
    let grid = try Grid(x: x, y: y, columns: columns, rows: rows, height)
    marks = [Mark(.contour(grid, levels: levels))]
  }

  /// Creates the contours of given heights, one row for each `y`.
  public init(
    _ rows: [[some Plottable]], x: [any Plottable]? = nil, y: [any Plottable]? = nil,
    levels: [Double] = []
  ) {
    marks = [Mark(.contour(Grid(rows, x: x, y: y), levels: levels))]
  }
}

/// The regions of a plane, such as the decision regions of a network.
///
/// A region has a light tint of the colour of the series of the same name.
public struct RegionMark: ChartContent {
  /// The single mark of the regions.
  public let marks: [Mark]

  /// Creates the regions in which a function of the plane has the same value.
  ///
  /// - Parameters:
  ///   - x: The horizontal range.
  ///   - y: The vertical range.
  ///   - columns: The number of samples along the horizontal axis.
  ///   - rows: The number of samples along the vertical axis.
  ///   - name: The name of the region at (x, y).
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 61, rows: Int = 61,
    _ name: (Double, Double) throws -> String
  ) rethrows {
    marks = [Mark(.regions(try Grid(x: x, y: y, columns: columns, rows: rows, name)))]
  }

  /// Creates regions from given names, one row for each `y`.
  public init(_ rows: [[String]], x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    marks = [Mark(.regions(Grid(rows, x: x, y: y)))]
  }
}
