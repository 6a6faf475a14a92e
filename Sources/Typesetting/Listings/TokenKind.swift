/// The kind of a token of highlighted code; the raw value is its class on the page.
public enum TokenKind: String, CaseIterable, Sendable {
  /// A keyword, or a literal such as `true` and `nil`.
  case keyword = "k"
  /// A string literal, with its quotes.
  case string = "s"
  /// An integer or floating-point literal.
  case number = "n"
  /// A line or block comment.
  case comment = "c"
  /// The name of a type.
  case type = "t"
  /// The name of a function in its definition.
  case function = "f"
  /// A key, an attribute or a shell variable.
  case attribute = "a"
}
