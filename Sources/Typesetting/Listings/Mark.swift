/// What a span of highlight.js says of the code in it.
struct Mark {
  /// The kind of the code; nil for code of no kind.
  let kind: TokenKind?

  private let isClass: Bool

  /// The mark of a span by its class; one that says nothing of its own takes after the outer one.
  init(_ name: String, in outer: Mark?) {
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
