/// A formula in TeX.
public struct Formula: Equatable, Sendable {
  /// The TeX between the dollars.
  public var tex: String
  /// Whether it stands on a line of its own.
  public var isDisplay: Bool
  /// What references call it: `eq:label`.
  public var label: String?
  /// The line on which its TeX begins.
  public var line: Int
  /// The character of that line, from 1, at which its TeX begins.
  public var column: Int
}

/// A formula that references lead to.
public struct Equation: Equatable, Sendable {
  /// What references call it: `eq:label`.
  public var label: String
  /// Where it stands.
  public var line: Int
}

/// A work that is cited.
public struct Citation: Equatable, Sendable {
  /// The work's name in `references.yml`.
  public var key: String
  /// What follows the key: `, p. 3`.
  public var locator: String
}

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

/// A note that a reference in the text leads to.
public struct Footnote: Equatable, Sendable {
  /// What the author calls it.
  public var label: String
  /// What it says.
  public var body: [Block]
  /// Where it is defined.
  public var line: Int
}
