/// A panel of small multiples: marks with a panel of their own, on axes that all panels share.
///
///     for activation in activations {
///       Facet(activation.name) { for x in xs { LineMark(x: x, y: activation(x)) } }
///     }
///
/// With a row, the panels form a table with a column for each name and a row for each row name:
///
///     Facet(activation.name, row: initialiser.name) { … }
///
/// Marks outside a facet are drawn in all panels.
public struct Facet: ChartContent {
  /// The panel's marks.
  public let marks: [Mark]

  /// Creates the panel of the given name.
  public init(_ name: some Plottable, @ChartBuilder content: () throws -> [Mark]) rethrows {
    marks = try content().facet(by: name)
  }

  /// Creates the panel in the given column and row.
  public init(
    _ name: some Plottable, row: some Plottable, @ChartBuilder content: () throws -> [Mark]
  ) rethrows {
    let rowName = row.datum.description
    marks = try content().facet(by: name).map { mark in
      var mark = mark
      mark.facetRow = rowName
      return mark
    }
  }
}
