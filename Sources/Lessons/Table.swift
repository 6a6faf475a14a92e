/// A pipe table with a header row.
public struct Table: Equatable, Sendable {
  /// The alignment of a column.
  public enum Alignment: String, Sendable {
    /// The text is aligned to the left.
    case left
    /// The text is centred.
    case center
    /// The text is aligned to the right.
    case right
  }

  /// The alignment of each column, if specified.
  public var alignments: [Alignment?]
  /// The cells of the header row.
  public var header: [[Inline]]
  /// The other rows, each with as many cells as the header.
  public var rows: [[[Inline]]]
}
