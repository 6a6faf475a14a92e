/// A small multiple: marks that have a panel of their own, on axes that all panels share.
///
///     for activation in activations {
///       Facet(activation.name) { for x in xs { LineMark(x: x, y: activation(x)) } }
///     }
///
/// With a row, panels stand in a table, a column for each name and a row for each row's:
///
///     Facet(activation.name, row: initialiser.name) { … }
///
/// Marks outside a facet stand in all of them.
public struct Facet: ChartContent {
  /// The panel's marks.
  public let marks: [Mark]

  /// Creates the panel of a name.
  public init(_ name: some Plottable, @ChartBuilder content: () throws -> [Mark]) rethrows {
    marks = try content().facet(by: name)
  }

  /// Creates the panel in the column of a name and the row of another.
  public init(
    _ name: some Plottable, row: some Plottable, @ChartBuilder content: () throws -> [Mark]
  ) rethrows {
    let words = row.datum.description
    marks = try content().facet(by: name).map { mark in
      var mark = mark
      mark.facetRow = words
      return mark
    }
  }
}
