extension ForeignSyntax {
  /// Attribute lists in braces.
  static let attributes = [
    ForeignSyntax(
      "an attribute list",
      /(\{:? *[#.][A-Za-z][\w:.\-]*(?: +(?:[#.]?[A-Za-z][\w:.\-]*)(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))?)* *\})/,
      in: ["{#", "{.", "{: #", "{: .", "{ #", "{ ."]
    ) { attributes($0[0]) },
    ForeignSyntax(
      "an attribute list",
      /[\x7F)\]`](\{:? *[A-Za-z][\w\-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)(?: +[^\n{}]*)?\})/,
      in: ["{"]
    ) { attributes($0[0]) },
    ForeignSyntax(
      "an attribute list",
      /(\{:? *(?:width|height|style|class|target|fig-[a-z]+|tbl-[a-z]+|align|scale|number|start|loading) *= *[^\n{}]*\})/,
      in: ["{w", "{h", "{s", "{c", "{t", "{f", "{a", "{n", "{l", "{ ", "{:"]
    ) { attributes($0[0]) },
    ForeignSyntax(
      "raw text for one output format", /(\{=[A-Za-z][\w]*\})/, in: ["{="],
      help: "remove it: a lesson is plain Markdown"),
    ForeignSyntax(
      "an unnumbered heading", /[ )](\{-\}) *$/, in: ["{-}", "{.unnumbered"],
      help: "remove it: headings have no numbers"),
  ]

  private static func attributes(_ text: String) -> String {
    let inside = text.dropFirst().drop { ": ".contains($0) }
    if inside.hasPrefix("#fig") {
      return "name the figure in its cell: figure(\"name\", alt: \"…\") { … }"
    }
    if inside.hasPrefix("#tbl") || inside.hasPrefix("#tab") {
      return "name the table in its cell: table(\"name\", columns: …) { … }"
    }
    if inside.hasPrefix("#eq") {
      return "put the name directly after the formula: $$ … $$ {#eq:name}"
    }
    if inside.hasPrefix("#") {
      return "only headings, '## Heading {#name}', and formulas, '$$ … $$ {#eq:name}', have names"
    }
    if inside.hasPrefix(".") { return "remove it: the format has no classes" }
    return inside.contains(/(?:width|height|scale|align)\s*=/)
      ? "remove it: an image keeps its own size, up to the width of the text"
      : "remove it: the format has no attributes"
  }
}
