/// An inline or display formula in TeX.
public struct Formula: Equatable, Sendable {
  /// The TeX between the dollar signs.
  public var tex: String
  /// Whether it is a display formula, set on its own line.
  public var isDisplay: Bool
  /// The label by which references find it: `eq:label`.
  public var label: String?
  /// The line on which its TeX begins.
  public var line: Int
  /// The column in characters, counted from 1, at which its TeX begins.
  public var column: Int
}

extension Formula {
  /// Whether it reads like a sentence, such as the text between two prices.
  package var looksLikeProse: Bool { FormulaText(tex).looksLikeProse }
}

/// A formula with a label.
public struct Equation: Equatable, Sendable {
  /// The label by which references find it: `eq:label`.
  public var label: String
  /// The line on which its TeX begins.
  public var line: Int
}
