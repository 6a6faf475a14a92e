/// The contours of a surface, on ground that is coloured by its height.
///
///     ContourMark(x: 4.5...7, y: -3.2 ... -1.5) { w, b in loss(w, b) }
public struct ContourMark: ChartContent {
  /// The contours alone.
  public let marks: [Mark]

  /// Creates the contours of a function of the plane.
  ///
  /// - Parameters:
  ///   - x: The horizontal range.
  ///   - y: The vertical range.
  ///   - levels: The heights of the lines; without them round ones.
  ///   - columns: How many values are taken along the horizontal axis.
  ///   - rows: How many along the vertical one.
  ///   - height: The surface's height.
  public init<Height: Plottable>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double] = [], columns: Int = 61,
    rows: Int = 41, _ height: (Double, Double) throws -> Height
  ) rethrows {
    let grid = try Grid(x: x, y: y, columns: columns, rows: rows, height)
    marks = [Mark(.contour(grid, levels: levels))]
  }

  /// Creates the contours of heights that are at hand, one row for each `y`.
  public init(
    _ rows: [[some Plottable]], x: [any Plottable]? = nil, y: [any Plottable]? = nil,
    levels: [Double] = []
  ) {
    marks = [Mark(.contour(Grid(rows, x: x, y: y), levels: levels))]
  }
}

/// The regions of a plane, such as those that a network puts into each class.
///
/// A region has the colour of the series of the same name, thinned by the paper's.
public struct RegionMark: ChartContent {
  /// The regions alone.
  public let marks: [Mark]

  /// Creates the regions that a function of the plane tells apart.
  ///
  /// - Parameters:
  ///   - x: The horizontal range.
  ///   - y: The vertical range.
  ///   - columns: How many places are asked along the horizontal axis.
  ///   - rows: How many along the vertical one.
  ///   - name: The name of the region at a place.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 61, rows: Int = 61,
    _ name: (Double, Double) throws -> String
  ) rethrows {
    marks = [Mark(.regions(try Grid(x: x, y: y, columns: columns, rows: rows, name)))]
  }

  /// Creates regions from names that are at hand, one row for each `y`.
  public init(_ rows: [[String]], x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    marks = [Mark(.regions(Grid(rows, x: x, y: y)))]
  }
}
