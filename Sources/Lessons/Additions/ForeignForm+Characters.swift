extension ForeignForm {
  /// Full-width characters where markup has others, as keyboards for Chinese and Japanese type them.
  static let characters = [
    ForeignForm(
      "a link in full-width brackets", in: ["（", "］"],
      /([\]］]（[!-~]*[:\/.#][!-~]*[）)]|］\([!-~]*[:\/.#][!-~]*\))/,
      severity: .error, help: "write [words](address) with '[', ']', '(' and ')'"),
    ForeignForm(
      "a claim or a reference in full-width brackets", in: ["（", "："],
      /(（(?:claim|fig|tbl|eq|cell|lesson)[:：][^（）()\s]+[）)])/, severity: .error,
      help: "write [words](claim:name) with '[', ']', '(', ')' and ':'"),
    ForeignForm(
      "a note or a citation in full-width brackets", in: ["［^", "［@", "［-@"],
      /(［(?:\^|-?@)[^［］\[\]\n]+[］\]])/, severity: .error,
      help: "write [^name] or [@key] with '[' and ']'"),
    ForeignForm(
      "code in full-width backticks", in: ["｀"], /(｀[^｀\n]+｀)/,
      help: "write `code` with '`'"),
    ForeignForm(
      "a formula in full-width dollars", in: ["＄"], /(＄[^＄\n]+＄)/, help: "write $…$ with '$'"),
    ForeignForm(
      "emphasis in full-width stars", in: ["＊"], /(＊{1,2}[^＊\s][^＊\n]*＊{1,2})/,
      help: "write *words* or **words** with '*'"),
    ForeignForm(
      "a heading with full-width marks", in: ["＃"], /^ *(＃+[^\n]*)$/,
      help: "write '## Words' with '#'"),
    ForeignForm(
      "a table with full-width bars", in: ["｜"], /^ *(｜[^｜\n]*｜[^\n]*)$/,
      help: "write | a | b | with '|'"),
    ForeignForm(
      "an image in full-width brackets", in: ["！["], /(！\[[^\[\]\n]*\])/,
      help: "write ![words](file) with '!'"),
  ]
}
