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

  /// The kind of what stands in these spans of highlight.js, outermost first.
  init?(_ spans: some BidirectionalCollection<String>) {
    let isClass = spans.contains("class")
    for span in spans.reversed() {
      switch span {
      case "keyword", "literal": self = .keyword
      case "string", "regexp", "symbol", "link": self = .string
      case "number": self = .number
      case "comment", "doctag": self = .comment
      case "type": self = .type
      case "title": self = isClass ? .type : .function
      case "attr", "attribute", "meta", "variable": self = .attribute
      case "subst", "built_in": return nil
      default: continue
      }
      return
    }
    return nil
  }
}
