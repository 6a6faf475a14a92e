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

extension Formula {
  /// Whether it reads like a sentence, as what stands between two prices does.
  package var isProse: Bool { FormulaWords(tex).areProse }
}

/// A formula that references lead to.
public struct Equation: Equatable, Sendable {
  /// What references call it: `eq:label`.
  public var label: String
  /// Where it stands.
  public var line: Int
}
