/// One mark of a chart: a shape, the series it belongs to and perhaps a word about it.
public struct Mark: Codable, Equatable, Sendable {
  /// What is drawn where.
  public var shape: Shape
  /// The series it belongs to; marks without one form a series that has no name.
  public var series: String?
  /// Words that are printed beside it.
  public var annotation: String?

  /// Creates a mark.
  public init(_ shape: Shape, series: String? = nil, annotation: String? = nil) {
    self.shape = shape
    self.series = series
    self.annotation = annotation
  }

  /// What a mark draws, with its place in the axes' own units.
  public enum Shape: Codable, Equatable, Sendable {
    /// A vertex of its series' line.
    case line(x: Datum, y: Datum)
    /// A dot.
    case point(x: Datum, y: Datum)
    /// A bar that grows from zero along the axis that holds numbers.
    case bar(x: Datum, y: Datum)
    /// One abscissa of its series' band.
    case area(x: Datum, yStart: Datum, yEnd: Datum)
    /// A line over the chart's whole height.
    case verticalRule(x: Datum)
    /// A line over the chart's whole width.
    case horizontalRule(y: Datum)
    /// Words at a place.
    case text(String, x: Datum, y: Datum)
  }
}

extension Mark {
  /// Whether this is a bar that grows to the right from a category of the vertical axis.
  package var isLyingBar: Bool {
    guard case .bar(_, .category) = shape else { return false }
    return true
  }
}
