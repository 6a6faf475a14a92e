extension ForeignSyntax {
  /// Syntax that takes whole lines.
  static let blocks = [
    ForeignSyntax(
      "a Pandoc, Quarto or MyST fenced block", /^ *(:{3,} *[^\s:][^\n]*)$/, in: ["\n:::"]
    ) { block(for: $0[0]) },
    ForeignSyntax(
      "an MkDocs admonition",
      /^ *((?:!!!|\?\?\?\+?) +[a-z]+(?: +(?:inline|end|"[^"\n]*"))*) *$/,
      in: ["\n!!!", "\n???"]
    ) { block(for: $0[0]) },
    ForeignSyntax(
      "a reStructuredText directive", /^ *(\.\. +[A-Za-z][\w\-]*::[^\n]*)$/, in: ["\n.. "]
    ) { block(for: $0[0]) },
    ForeignSyntax(
      "an alert marker", /(?:^|[\s\x7F])(\[!([A-Z]+)\])/, in: ["[!"]
    ) { "start a block quote with it: > [!\($0[1])]" },
    ForeignSyntax(
      "a Pandoc definition or caption", /^ {0,3}(: {1,3}\S[^\n]*)$/, in: ["\n: "],
      help: "write a list, '- **term**: definition'; text below a table is a paragraph"),
    ForeignSyntax(
      "a MyST target", /^ *(\(([\w:.\-]+)\)=) *$/, in: ["\n("]
    ) {
      "name the heading, '## Heading {#\($0[1])}', or the formula, '$$ … $$ {#eq:\($0[1])}'"
    },
    ForeignSyntax(
      "a table of contents",
      /^ *(\[\[_?(?:toc|TOC)_?\]\]|\[(?:toc|TOC)\]|\{:toc\}|\\tableofcontents) *$/,
      in: ["\n[[", "\n[toc", "\n[TOC", "\n{:toc", "\n\\tableof"],
      help: "remove it: each page lists its headings"),
    ForeignSyntax(
      "a Pandoc grid table", /^ *(\+(?:[\-=:]+\+)+) *$/, in: ["\n+-", "\n+=", "\n+:"],
      help: "write a pipe table: | a | b | above |---|---|"),
    ForeignSyntax(
      "a heading without a space after '#'",
      /^ {0,3}(#{2,6}[^\s#!`\x7F][^\n]*)$/,
      in: ["\n##"]
    ) { heading($0[0]) },
    ForeignSyntax(
      "a marker followed by a non-ASCII space",
      /^ {0,3}((?:#{1,6}|[\-*+>]|\d{1,9}[.)])[\u{A0}\u{3000}\u{200B}\u{2003}\u{202F}\u{FEFF}]+)\S/,
      in: ["\u{A0}", "\u{3000}", "\u{200B}", "\u{2003}", "\u{202F}", "\u{FEFF}"],
      help: "write an ordinary space"),
    ForeignSyntax(
      "a list with non-Markdown markers",
      /^ *([•◦‣]\s|#\. )\S/,
      in: ["\n•", "\n◦", "\n‣", "\n#. "],
      help: "start items with '- ' or '1. '"),
    ForeignSyntax(
      "a malformed task item",
      /^ *([\-*+]\[[ xX]?\](?=[\s\w]|$)|\[ ?\](?=\s))/,
      in: ["\n[]", "\n[ ]", "\n-[", "\n*[", "\n+["]
    ) { task($0[0]) },
    ForeignSyntax(
      "a MyST block break", /^ *(\+\+\+) *$/, in: ["\n+++"],
      help: "remove it, or write '***' for a rule"),
  ]

  /// The help that names the alert nearest to a word in `text`.
  static func block(for text: String) -> String {
    let kinds: [(keywords: [String], kind: String)] = [
      (["warning", "danger", "error", "bug"], "WARNING"), (["caution", "attention"], "CAUTION"),
      (["tip", "success"], "TIP"), (["important"], "IMPORTANT"),
      (["solution", "answer"], "SOLUTION"),
      (["exercise", "challenge", "problem"], "EXERCISE"), (["hint"], "HINT"),
      (["note", "info", "seealso", "admonition", "abstract", "callout"], "NOTE"),
    ]
    let lowered = text.lowercased()
    let kind = kinds.first { $0.keywords.contains(where: lowered.contains) }?.kind
    return kind.map { "write a block quote that begins with > [!\($0)]" }
      ?? "write a block quote, '> text', or an alert, '> [!NOTE]'"
  }

  private static func heading(_ text: String) -> String {
    let marks = text.prefix { $0 == "#" }
    return "write '\(marks) \(text.dropFirst(marks.count).prefix(20))'"
  }

  private static func task(_ text: String) -> String {
    "write '- [\(text.lowercased().contains("x") ? "x" : " ")] task'"
  }
}
