extension ForeignForm {
  /// Forms in brackets or braces that stand for something else.
  static let brackets = [
    ForeignForm(
      "a value outside backticks", in: ["{swift"], /(?:^|[^`])(\{swift(?: [\w\-]+)?\}[^\n]*)/,
      severity: .error,
      help: "write `{swift} …`"),
    ForeignForm(
      "a shortcode of Quarto or Hugo", in: ["{{<", "{{%"], /(\{\{[<%][^\n]*?[%>]\}\})/
    ) { shortcode($0[0]) },
    ForeignForm(
      "a tag of Liquid or Jinja", in: ["{%"], /(\{% *[^\n{}]*?%\})/,
      help: "leave it out: a lesson is no template"),
    ForeignForm(
      "a substitution of MyST or Jinja", in: ["{{"], /(\{\{ *([\w.\-]+) *\}\})/
    ) { "write a value that a cell makes: `{swift} \($0[1])`" },
    ForeignForm(
      "an edit of CriticMarkup", in: ["{++", "{--", "{~~", "{>>"],
      /(\{(?:\+\+|--|~~|>>)[^\n{}]+?(?:\+\+|--|~~|<<)\})/,
      help: "write the words as they shall be; a comment is <!-- … -->"),
    ForeignForm(
      "a link of a wiki", in: ["[["], /(\[\[([A-Za-z][^\[\]\n,|=]*)(?:\|[^\[\]\n]+)?\]\])/
    ) { "write [](lesson:\(name($0[1]))), or [words](\(name($0[1])).md)" },
    ForeignForm(
      "a footnote within its text", in: ["^["], /(\^\[[^\[\]\n]+\])/,
      help: "write [^name] here, and on a line of its own: [^name]: the words"),
    ForeignForm(
      "a link with a space before its address", in: ["] ("],
      /(\] +\((?:claim|fig|tbl|eq|cell|lesson|https?):[^\s()]+\))/, severity: .error,
      help: "write [words](address) without a space between them"),
    ForeignForm(
      "a link with its brackets the wrong way round", in: [")["],
      /(\)\[(?:claim|fig|tbl|eq|cell|lesson|https?):[^\s\[\]]+\])/, severity: .error,
      help: "write [words](address): the words in square brackets, the address in round ones"),
  ]

  private static func shortcode(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "/" && $0 != "-" }
    switch words.first {
    case "video", "youtube", "vimeo": return "write a link: [words](address)"
    case "figure": return "write ![words](file)"
    case "include", "embed": return "put the text here: a lesson is one file"
    default: return "leave it out: the format has no shortcodes"
    }
  }

  private static func name(_ page: String) -> String {
    page.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
      .joined(separator: "-")
  }
}
