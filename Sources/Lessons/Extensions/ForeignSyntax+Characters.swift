extension ForeignSyntax {
  /// Full-width characters in place of ASCII markup, as Chinese and Japanese keyboards type them.
  static let characters = [
    ForeignSyntax(
      "a link with full-width brackets",
      /([\]］]（[!-~]*[:\/.#][!-~]*[）)]|］\([!-~]*[:\/.#][!-~]*\))/,
      in: ["（", "］"],
      severity: .error, help: "write [text](address) with '[', ']', '(' and ')'"),
    ForeignSyntax(
      "a claim or reference with full-width brackets",
      /(（(?:claim|fig|tbl|eq|cell|lesson)[:：][^（）()\s]+[）)])/,
      in: ["（", "："], severity: .error,
      help: "write [text](claim:name) with '[', ']', '(', ')' and ':'"),
    ForeignSyntax(
      "a footnote or citation with full-width brackets",
      /(［(?:\^|-?@)[^［］\[\]\n]+[］\]])/,
      in: ["［^", "［@", "［-@"], severity: .error,
      help: "write [^name] or [@key] with '[' and ']'"),
    ForeignSyntax(
      "code with full-width backticks", /(｀[^｀\n]+｀)/, in: ["｀"],
      help: "write `code` with '`'"),
    ForeignSyntax(
      "a formula with full-width dollar signs", /(＄[^＄\n]+＄)/, in: ["＄"], help: "write $…$ with '$'"
    ),
    ForeignSyntax(
      "emphasis with full-width asterisks", /(＊{1,2}[^＊\s][^＊\n]*＊{1,2})/, in: ["＊"],
      help: "write *text* or **text** with '*'"),
    ForeignSyntax(
      "a heading with full-width number signs", /^ *(＃+[^\n]*)$/, in: ["＃"],
      help: "write '## Heading' with '#'"),
    ForeignSyntax(
      "a table with full-width bars", /^ *(｜[^｜\n]*｜[^\n]*)$/, in: ["｜"],
      help: "write | a | b | with '|'"),
    ForeignSyntax(
      "an image with full-width punctuation", /(！\[[^\[\]\n]*\])/, in: ["！["],
      help: "write ![alt text](file) with '!'"),
  ]
}
