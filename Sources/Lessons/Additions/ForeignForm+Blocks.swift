extension ForeignForm {
  /// Forms that take whole lines.
  static let blocks = [
    ForeignForm(
      "a fenced block of Pandoc, Quarto or MyST", in: ["\n:::"], /^ *(:{3,} *[^\s:][^\n]*)$/
    ) { block(for: $0[0]) },
    ForeignForm(
      "an admonition of MkDocs", in: ["\n!!!", "\n???"],
      /^ *((?:!!!|\?\?\?\+?) +[a-z]+(?: +(?:inline|end|"[^"\n]*"))*) *$/
    ) { block(for: $0[0]) },
    ForeignForm(
      "a directive of reStructuredText", in: ["\n.. "], /^ *(\.\. +[A-Za-z][\w\-]*::[^\n]*)$/
    ) { block(for: $0[0]) },
    ForeignForm(
      "the mark of a block", in: ["[!"], /(?:^|[\s\x7F])(\[!([A-Z]+)\])/
    ) { "begin a quotation with it: > [!\($0[1])]" },
    ForeignForm(
      "a definition or a caption of Pandoc", in: ["\n: "], /^ {0,3}(: {1,3}\S[^\n]*)$/,
      help: "write a list, '- **term**: what it is'; words below a table are a paragraph"),
    ForeignForm(
      "a target of MyST", in: ["\n("], /^ *(\(([\w:.\-]+)\)=) *$/
    ) {
      "give the heading its name, '## Words {#\($0[1])}', or a formula, '$$ … $$ {#eq:\($0[1])}'"
    },
    ForeignForm(
      "a table of contents", in: ["\n[[", "\n[toc", "\n[TOC", "\n{:toc", "\n\\tableof"],
      /^ *(\[\[_?(?:toc|TOC)_?\]\]|\[(?:toc|TOC)\]|\{:toc\}|\\tableofcontents) *$/,
      help: "leave it out: each page lists its headings"),
    ForeignForm(
      "a grid table of Pandoc", in: ["\n+-", "\n+=", "\n+:"], /^ *(\+(?:[\-=:]+\+)+) *$/,
      help: "write a pipe table: | a | b | above |---|---|"),
    ForeignForm(
      "a heading without a space after its marks", in: ["\n##"],
      /^ {0,3}(#{2,6}[^\s#!`\x7F][^\n]*)$/
    ) { heading($0[0]) },
    ForeignForm(
      "a mark with a space after it that Markdown does not know",
      in: ["\u{A0}", "\u{3000}", "\u{200B}", "\u{2003}", "\u{202F}", "\u{FEFF}"],
      /^ {0,3}((?:#{1,6}|[\-*+>]|\d{1,9}[.)])[\u{A0}\u{3000}\u{200B}\u{2003}\u{202F}\u{FEFF}]+)\S/,
      help: "write an ordinary space there"),
    ForeignForm(
      "a list with marks of its own", in: ["\n•", "\n◦", "\n‣", "\n#. "], /^ *([•◦‣]\s|#\. )\S/,
      help: "begin items with '- ' or '1. '"),
    ForeignForm(
      "a task that is not written as one", in: ["\n[]", "\n[ ]", "\n-[", "\n*[", "\n+["],
      /^ *([\-*+]\[[ xX]?\](?=[\s\w]|$)|\[ ?\](?=\s))/
    ) { task($0[0]) },
    ForeignForm(
      "a break between blocks of MyST", in: ["\n+++"], /^ *(\+\+\+) *$/,
      help: "leave it out, or write '***' for a rule"),
  ]

  /// The block that teaches nearest to a word within `text`.
  static func block(for text: String) -> String {
    let kinds: [(words: [String], kind: String)] = [
      (["warning", "danger", "error", "bug"], "WARNING"), (["caution", "attention"], "CAUTION"),
      (["tip", "success"], "TIP"), (["important"], "IMPORTANT"),
      (["solution", "answer"], "SOLUTION"),
      (["exercise", "challenge", "problem"], "EXERCISE"), (["hint"], "HINT"),
      (["note", "info", "seealso", "admonition", "abstract", "callout"], "NOTE"),
    ]
    let lowered = text.lowercased()
    let kind = kinds.first { $0.words.contains(where: lowered.contains) }?.kind
    return kind.map { "write a quotation that begins with > [!\($0)]" }
      ?? "write a quotation, '> words', or a block that teaches, '> [!NOTE]'"
  }

  private static func heading(_ text: String) -> String {
    let marks = text.prefix { $0 == "#" }
    return "write '\(marks) \(text.dropFirst(marks.count).prefix(20))'"
  }

  private static func task(_ text: String) -> String {
    "write '- [\(text.lowercased().contains("x") ? "x" : " ")] what is to do'"
  }
}
