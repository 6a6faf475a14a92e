/// A heat map: one coloured cell for each row and column.
///
///     HeatMap(norms, x: steps).marks      // norms[layer][step]; layers count from 1
public struct HeatMap: ChartContent {
  /// The single mark of the map.
  public let marks: [Mark]

  /// Creates a heat map from rows, of which the first is at the bottom unless rows have names.
  ///
  /// - Parameters:
  ///   - rows: The values, numbers or names; NaN and ∞ are shown as such.
  ///   - x: The columns' positions; by default 1, 2, …
  ///   - y: The rows' positions; by default 1, 2, …
  public init(_ rows: [[some Plottable]], x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    marks = [Mark(.cells(Grid(rows, x: x, y: y)))]
  }

  /// Creates the heat map of a function of the plane, sampled at `columns` by `rows` points.
  public init<Value: Plottable>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 60, rows: Int = 40,
    _ value: (Double, Double) throws -> Value
  ) rethrows {
    marks = [Mark(.cells(try Grid(x: x, y: y, columns: columns, rows: rows, value)))]
  }
}

/// A rectangle: the cell of a heat map, or an area between four values.
public struct RectangleMark: ChartContent {
  /// The single mark of the rectangle.
  public let marks: [Mark]

  /// Creates a cell around (`x`, `y`) that extends halfway to its neighbours, in the colour of a value.
  public init(x: some Plottable, y: some Plottable, value: some Plottable) {
    marks = [Mark(.cell(x: x.datum, y: y.datum, value: value.datum))]
  }

  /// Creates a rectangle between four values in the colour of its series.
  public init(
    xStart: some Plottable, xEnd: some Plottable, yStart: some Plottable, yEnd: some Plottable,
    series: String? = nil
  ) {
    let shape = Mark.Shape.rectangle(
      x: xStart.datum, xEnd: xEnd.datum, y: yStart.datum, yEnd: yEnd.datum)
    marks = [Mark(shape, series: series)]
  }
}
