/// What a piece of code is; the raw value is its class in the page.
public enum TokenKind: String, CaseIterable, Sendable {
  /// A word of the language, `true` and `nil` too.
  case keyword = "k"
  /// Text in quotes.
  case string = "s"
  /// A number.
  case number = "n"
  /// A comment.
  case comment = "c"
  /// A type's name.
  case type = "t"
  /// The name of a function where it is defined.
  case function = "f"
  /// A key, an attribute, a shell's variable.
  case attribute = "a"
}
