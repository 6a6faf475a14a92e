extension ForeignForm {
  /// Marks around words.
  static let marks = [
    ForeignForm(
      "a highlight", in: ["=="], /(?:^|[^=\w])(==(?=[^\s=])[^=\n]*[^\s=]==)(?![=\w])/
    ) { "write **\($0[0].dropFirst(2).dropLast(2))**" },
    ForeignForm(
      "a subscript of Pandoc", in: ["~"], /[\p{L}\p{N})\]](~[^\s~]{1,40}~)(?!~)/
    ) { "write a formula: $x_{\($0[0].dropFirst().dropLast())}$" },
    ForeignForm(
      "a superscript of Pandoc", in: ["^"],
      /[\p{L}\p{N})\]](\^[\p{L}\p{N}+\-−*′,.()]{1,40}\^)(?![\w\^(])/
    ) { "write a formula: $x^{\($0[0].dropFirst().dropLast())}$" },
    ForeignForm(
      "a code for an emoji", in: "abcdefghijklmnopqrstuvwxyz+-".map { ":\($0)" },
      /(?:^|[\s(\x7F])(:(?:[a-z][a-z0-9_+\-]+|[+\-]1):)(?![\w:`])/,
      help: "type the character itself"),
    ForeignForm(
      "a comment of Obsidian", in: ["%%"], /(%%[^%\n]+%%)/, help: "write <!-- … -->"),
    ForeignForm(
      "a formula with spaces just inside its dollars", in: ["$ "],
      /(?:^|[^\w$\\])(\$ [^$\n]*(?:\\[A-Za-z]+|[\^_])[^$\n]* \$)(?![\d$])/
    ) { "write $\($0[0].dropFirst().dropLast().withoutBlanksAround)$" },
  ]
}

extension StringProtocol {
  /// The same without spaces at its ends.
  var withoutBlanksAround: String {
    var text = Substring(drop(while: \.isWhitespace))
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
