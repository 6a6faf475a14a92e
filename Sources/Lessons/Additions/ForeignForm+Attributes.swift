extension ForeignForm {
  /// Attributes in braces.
  static let attributes = [
    ForeignForm(
      "a list of attributes", in: ["{#", "{.", "{: #", "{: .", "{ #", "{ ."],
      /(\{:? *[#.][A-Za-z][\w:.\-]*(?: +(?:[#.]?[A-Za-z][\w:.\-]*)(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))?)* *\})/
    ) { attributes($0[0]) },
    ForeignForm(
      "a list of attributes", in: ["{"],
      /[\x7F)\]`](\{:? *[A-Za-z][\w\-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)(?: +[^\n{}]*)?\})/
    ) { attributes($0[0]) },
    ForeignForm(
      "a list of attributes",
      in: ["{w", "{h", "{s", "{c", "{t", "{f", "{a", "{n", "{l", "{ ", "{:"],
      /(\{:? *(?:width|height|style|class|target|fig-[a-z]+|tbl-[a-z]+|align|scale|number|start|loading) *= *[^\n{}]*\})/
    ) { attributes($0[0]) },
    ForeignForm(
      "raw text for one format", in: ["{="], /(\{=[A-Za-z][\w]*\})/,
      help: "leave it out: a lesson is plain Markdown"),
    ForeignForm(
      "a heading without a number", in: ["{-}", "{.unnumbered"], /[ )](\{-\}) *$/,
      help: "leave it out: headings have no numbers"),
  ]

  private static func attributes(_ text: String) -> String {
    let inside = text.dropFirst().drop { ": ".contains($0) }
    if inside.hasPrefix("#fig") {
      return "a cell names its figure: figure(\"name\", alt: \"…\") { … }"
    }
    if inside.hasPrefix("#tbl") || inside.hasPrefix("#tab") {
      return "a cell names its table: table(\"name\", columns: …) { … }"
    }
    if inside.hasPrefix("#eq") {
      return "a name belongs directly behind a formula: $$ … $$ {#eq:name}"
    }
    if inside.hasPrefix("#") {
      return "only a heading has a name, '## Words {#name}', and a formula, '$$ … $$ {#eq:name}'"
    }
    if inside.hasPrefix(".") { return "leave it out: the format has no classes" }
    return inside.contains(/(?:width|height|scale|align)\s*=/)
      ? "leave it out: an image is as wide as it is, and never wider than the text"
      : "leave it out: the format has no attributes"
  }
}
