/// A span in the output of highlight.js.
struct HighlightSpan {
  /// The kind of the code in the span; nil for plain code.
  let kind: TokenKind?

  private let isClass: Bool

  /// Creates a span from its class; a class that is not listed inherits the kind of the outer span.
  init(_ name: String, in outer: HighlightSpan?) {
    isClass = name == "hljs-class" || outer?.isClass == true
    kind =
      switch name {
      case "hljs-keyword", "hljs-literal": .keyword
      case "hljs-string", "hljs-regexp", "hljs-symbol", "hljs-link": .string
      case "hljs-number": .number
      case "hljs-comment", "hljs-doctag": .comment
      case "hljs-type": .type
      case "hljs-title": isClass ? .type : .function
      case "hljs-attr", "hljs-attribute", "hljs-meta", "hljs-variable": .attribute
      case "hljs-subst", "hljs-built_in": nil
      default: outer?.kind
      }
  }
}
