extension ForeignSyntax {
  /// Syntax in brackets or braces, such as shortcodes and wiki links.
  static let brackets = [
    ForeignSyntax(
      "a value outside backticks",
      /(?:^|[^`])(\{swift(?: [\w\-]+)?\}[^\n]*)/,
      in: ["{swift"],
      severity: .error,
      help: "write `{swift} …`"),
    ForeignSyntax(
      "a Quarto or Hugo shortcode", /(\{\{[<%][^\n]*?[%>]\}\})/, in: ["{{<", "{{%"]
    ) { shortcode($0[0]) },
    ForeignSyntax(
      "a Liquid or Jinja tag", /(\{% *[^\n{}]*?%\})/, in: ["{%"],
      help: "remove it: lessons are not templates"),
    ForeignSyntax(
      "a MyST or Jinja substitution", /(\{\{ *([\w.\-]+) *\}\})/, in: ["{{"]
    ) { "write a value from a cell: `{swift} \($0[1])`" },
    ForeignSyntax(
      "a CriticMarkup edit",
      /(\{(?:\+\+|--|~~|>>)[^\n{}]+?(?:\+\+|--|~~|<<)\})/,
      in: ["{++", "{--", "{~~", "{>>"],
      help: "write the final text; a comment is <!-- … -->"),
    ForeignSyntax(
      "a wiki link", /(\[\[([A-Za-z][^\[\]\n,|=]*)(?:\|[^\[\]\n]+)?\]\])/, in: ["[["]
    ) { "write [](lesson:\(name($0[1]))), or [text](\(name($0[1])).md)" },
    ForeignSyntax(
      "an inline footnote", /(\^\[[^\[\]\n]+\])/, in: ["^["],
      help: "write [^name] here, and define it on its own line: [^name]: text"),
    ForeignSyntax(
      "a link with a space before its address",
      /(\] +\((?:claim|fig|tbl|eq|cell|lesson|https?):[^\s()]+\))/,
      in: ["] ("], severity: .error,
      help: "write [text](address) without a space before the address"),
    ForeignSyntax(
      "a link with its brackets the wrong way round",
      /(\)\[(?:claim|fig|tbl|eq|cell|lesson|https?):[^\s\[\]]+\])/,
      in: [")["], severity: .error,
      help: "write [text](address): text in square brackets, address in parentheses"),
  ]

  private static func shortcode(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "/" && $0 != "-" }
    switch words.first {
    case "video", "youtube", "vimeo": return "write a link: [text](address)"
    case "figure": return "write ![alt text](file)"
    case "include", "embed": return "include the text here: a lesson is one file"
    default: return "remove it: the format has no shortcodes"
    }
  }

  private static func name(_ page: String) -> String {
    page.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
      .joined(separator: "-")
  }
}
