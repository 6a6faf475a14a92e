/// A small multiple: marks that have a panel of their own, on axes that all panels share.
///
///     for activation in activations {
///       Facet(activation.name) { for x in xs { LineMark(x: x, y: activation(x)) } }
///     }
///
/// Marks outside a facet stand in all of them.
public struct Facet: ChartContent {
  /// The panel's marks.
  public let marks: [Mark]

  /// Creates the panel of a name.
  public init(_ name: some Plottable, @ChartBuilder content: () throws -> [Mark]) rethrows {
    marks = try content().facet(by: name)
  }
}
