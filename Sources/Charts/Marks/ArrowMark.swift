/// An arrow from one point to another; an annotation is printed at its start.
public struct ArrowMark: ChartContent {
  /// The single mark of the arrow.
  public let marks: [Mark]

  /// Creates an arrow from (`xStart`, `yStart`) to (`xEnd`, `yEnd`).
  public init(
    xStart: some Plottable, yStart: some Plottable, xEnd: some Plottable, yEnd: some Plottable,
    series: String? = nil
  ) {
    let shape = Mark.Shape.arrow(
      x: xStart.datum, y: yStart.datum, xEnd: xEnd.datum, yEnd: yEnd.datum)
    marks = [Mark(shape, series: series)]
  }
}

/// A path through the plane, such as a descent on an error surface; arrowheads show its direction.
public struct PathMark: ChartContent {
  /// The vertices, in order.
  public let marks: [Mark]

  /// Creates one vertex of a path; the vertices of one series are joined in order.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.path(x: x.datum, y: y.datum), series: series)]
  }

  /// Creates a path from all its vertices.
  public init(_ vertices: [(x: Double, y: Double)], series: String? = nil) {
    marks = vertices.map { Mark(.path(x: $0.x.datum, y: $0.y.datum), series: series) }
  }
}
