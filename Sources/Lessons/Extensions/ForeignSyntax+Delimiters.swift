extension ForeignSyntax {
  /// Inline delimiters, such as `==` and `:emoji:`.
  static let delimiters = [
    ForeignSyntax(
      "a highlight", /(?:^|[^=\w])(==(?=[^\s=])[^=\n]*[^\s=]==)(?![=\w])/, in: ["=="]
    ) { "write **\($0[0].dropFirst(2).dropLast(2))**" },
    ForeignSyntax(
      "a Pandoc subscript", /[\p{L}\p{N})\]](~[^\s~]{1,40}~)(?!~)/, in: ["~"]
    ) { "write a formula: $x_{\($0[0].dropFirst().dropLast())}$" },
    ForeignSyntax(
      "a Pandoc superscript",
      /[\p{L}\p{N})\]](\^[\p{L}\p{N}+\-−*′,.()]{1,40}\^)(?![\w\^(])/,
      in: ["^"]
    ) { "write a formula: $x^{\($0[0].dropFirst().dropLast())}$" },
    ForeignSyntax(
      "an emoji shortcode",
      /(?:^|[\s(\x7F])(:(?:[a-z][a-z0-9_+\-]+|[+\-]1):)(?![\w:`])/,
      in: "abcdefghijklmnopqrstuvwxyz+-".map { ":\($0)" },
      help: "type the character itself"),
    ForeignSyntax(
      "an Obsidian comment", /(%%[^%\n]+%%)/, in: ["%%"], help: "write <!-- … -->"),
    ForeignSyntax(
      "a formula with spaces inside its dollar signs",
      /(?:^|[^\w$\\])(\$ [^$\n]*(?:\\[A-Za-z]+|[\^_])[^$\n]* \$)(?![\d$])/,
      in: ["$ "]
    ) { "write $\($0[0].dropFirst().dropLast().trimmed)$" },
  ]
}

extension StringProtocol {
  /// The text without leading and trailing whitespace.
  var trimmed: String {
    var text = Substring(drop(while: \.isWhitespace))
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
