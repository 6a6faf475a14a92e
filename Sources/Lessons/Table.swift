/// A pipe table.
public struct Table: Equatable, Sendable {
  /// How a column is set.
  public enum Alignment: String, Sendable {
    /// Flush left.
    case left
    /// Centred.
    case center
    /// Flush right.
    case right
  }

  /// How each column is set, where the author says so.
  public var alignments: [Alignment?]
  /// The first row.
  public var header: [[Inline]]
  /// The other rows, each with as many cells as the first.
  public var rows: [[[Inline]]]
}
