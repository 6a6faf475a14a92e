/// One mark of a chart: a shape with its series, annotation and panel.
public struct Mark: Codable, Equatable, Sendable {
  /// The shape and its position.
  public var shape: Shape
  /// The name of its series; marks without one form a series without a name.
  public var series: String?
  /// The text printed beside it.
  public var annotation: String?
  /// The name of its panel; a mark without one is drawn in all panels.
  public var facet: String?
  /// The name of its row of panels; a mark without one is drawn in all rows.
  public var facetRow: String?

  /// Creates a mark of a shape.
  public init(
    _ shape: Shape, series: String? = nil, annotation: String? = nil, facet: String? = nil
  ) {
    self.shape = shape
    self.series = series
    self.annotation = annotation
    self.facet = facet
  }

  /// The shape of a mark, in the units of the axes.
  public enum Shape: Codable, Equatable, Sendable {
    /// A vertex of its series' line.
    case line(x: Datum, y: Datum)
    /// A dot.
    case point(x: Datum, y: Datum)
    /// A bar that extends from zero along the numeric axis.
    case bar(x: Datum, y: Datum)
    /// The section at one x of its series' band.
    case area(x: Datum, yStart: Datum, yEnd: Datum)
    /// A line over the chart's whole height.
    case verticalRule(x: Datum)
    /// A line over the chart's whole width.
    case horizontalRule(y: Datum)
    /// Text at a point.
    case text(String, x: Datum, y: Datum)
    /// A vertex of its series' path, on which arrowheads show the direction.
    case path(x: Datum, y: Datum)
    /// An arrow from one point to another.
    case arrow(x: Datum, y: Datum, xEnd: Datum, yEnd: Datum)
    /// A vertical bar between two values.
    case barInterval(x: Datum, yStart: Datum, yEnd: Datum)
    /// A thin vertical line between two values.
    case ruleInterval(x: Datum, yStart: Datum, yEnd: Datum)
    /// A rectangle in the colour of its series.
    case rectangle(x: Datum, xEnd: Datum, y: Datum, yEnd: Datum)
    /// A cell of a heat map that extends halfway to its neighbours, in the colour of a value.
    case cell(x: Datum, y: Datum, value: Datum)
    /// A whole heat map.
    case cells(Grid)
    /// The contour lines of a surface at the given levels, or at round numbers if there are no levels.
    case contour(Grid, levels: [Double])
    /// The regions of the plane that belong to each category.
    case regions(Grid)
    /// A histogram on its own line of the vertical axis.
    case ridge(Ridge)
    /// A histogram whose vertical axis shows the counts of its bins.
    case histogram(Ridge)
    /// A unit of a network scheme.
    case node(Node)
    /// A connection of a network scheme.
    case edge(Edge)
  }
}

extension Mark {
  /// The title of its panel; nil for a mark without a panel.
  package var panelName: String? {
    let names = [facet, facetRow].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Whether this is part of a network scheme, which has no axes.
  package var isPartOfScheme: Bool {
    switch shape {
    case .node, .edge: true
    default: false
    }
  }

  /// Whether this is a horizontal bar, with a category on the vertical axis.
  package var isHorizontalBar: Bool {
    guard case .bar(_, .category) = shape else { return false }
    return true
  }
}
