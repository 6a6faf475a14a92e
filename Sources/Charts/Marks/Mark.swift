/// One mark of a chart: a shape, the series it belongs to and perhaps a word about it.
public struct Mark: Codable, Equatable, Sendable {
  /// What is drawn where.
  public var shape: Shape
  /// The series it belongs to; marks without one form a series that has no name.
  public var series: String?
  /// Words that are printed beside it.
  public var annotation: String?
  /// The small multiple it belongs to; a mark without one stands in all of them.
  public var facet: String?
  /// The row of small multiples it belongs to; a mark without one stands in all of them.
  public var facetRow: String?

  /// Creates a mark.
  public init(
    _ shape: Shape, series: String? = nil, annotation: String? = nil, facet: String? = nil
  ) {
    self.shape = shape
    self.series = series
    self.annotation = annotation
    self.facet = facet
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
    /// A vertex of its series' path, on which arrowheads show the way.
    case path(x: Datum, y: Datum)
    /// An arrow from a place to another.
    case arrow(x: Datum, y: Datum, xEnd: Datum, yEnd: Datum)
    /// A bar between two values above a place.
    case barInterval(x: Datum, yStart: Datum, yEnd: Datum)
    /// A thin line between two values above a place.
    case ruleInterval(x: Datum, yStart: Datum, yEnd: Datum)
    /// A rectangle in the colour of its series.
    case rectangle(x: Datum, xEnd: Datum, y: Datum, yEnd: Datum)
    /// A cell of a heat map, as large as its neighbours leave, in the colour of a value.
    case cell(x: Datum, y: Datum, value: Datum)
    /// A whole heat map.
    case cells(Grid)
    /// The lines on which a surface has the same height; without levels, at round ones.
    case contour(Grid, levels: [Double])
    /// The parts of the plane that belong to each category.
    case regions(Grid)
    /// A distribution that rises from its own line of the vertical axis.
    case ridge(Ridge)
    /// A distribution that rises from zero, with the counts of its bins on the vertical axis.
    case histogram(Ridge)
    /// A unit of a network scheme.
    case node(Node)
    /// A connection of a network scheme.
    case edge(Edge)
  }
}

extension Mark {
  /// What its small multiple is called among all; nil if it stands in several.
  package var panelName: String? {
    let names = [facet, facetRow].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Whether this belongs to a network scheme, which has no axes.
  package var isOfScheme: Bool {
    switch shape {
    case .node, .edge: true
    default: false
    }
  }

  /// Whether this is a bar that grows to the right from a category of the vertical axis.
  package var isLyingBar: Bool {
    guard case .bar(_, .category) = shape else { return false }
    return true
  }
}
