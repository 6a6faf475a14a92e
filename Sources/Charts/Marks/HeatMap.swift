/// A heat map: one cell for each value of rows and columns.
///
///     HeatMap(norms, x: steps).marks      // norms[layer][step]; layers count from 1
public struct HeatMap: ChartContent {
  /// The map alone.
  public let marks: [Mark]

  /// Creates a heat map from rows, the first of which stands lowest unless rows have names.
  ///
  /// - Parameters:
  ///   - rows: The values, numbers or names; NaN and ∞ are marked.
  ///   - x: The columns' places; without them 1, 2, …
  ///   - y: The rows' places; without them 1, 2, …
  public init(_ rows: [[some Plottable]], x: [any Plottable]? = nil, y: [any Plottable]? = nil) {
    marks = [Mark(.cells(Grid(rows, x: x, y: y)))]
  }

  /// Creates the heat map of a function of the plane.
  public init<Value: Plottable>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 60, rows: Int = 40,
    _ value: (Double, Double) throws -> Value
  ) rethrows {
    marks = [Mark(.cells(try Grid(x: x, y: y, columns: columns, rows: rows, value)))]
  }
}

/// A rectangle: the cell of a heat map, or an area between four values.
public struct RectangleMark: ChartContent {
  /// The rectangle alone.
  public let marks: [Mark]

  /// Creates a cell around a place, as large as its neighbours leave, in the colour of a value.
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
