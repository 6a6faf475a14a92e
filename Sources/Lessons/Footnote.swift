/// A note that a reference in the text leads to.
public struct Footnote: Equatable, Sendable {
  /// What the author calls it.
  public var label: String
  /// What it says.
  public var body: [Block]
  /// Where it is defined.
  public var line: Int
}
