extension LessonReader {
  /// Reports HTML, which is no part of the format, with what to write instead.
  mutating func refuseHTML(_ html: String, line: Int) {
    if html.hasPrefix("<!--"), !html.contains("-->") {
      error(line, "a comment that is never closed", help: "close it with '-->'")
      return
    }
    let shown = html.prefix { $0 != "\n" }.prefix(40)
    error(line, "raw HTML '\(shown)'", help: substitute(for: html))
  }

  private func substitute(for html: String) -> String {
    let tag = html.drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    guard let form = forms[tag] else {
      return "a lesson is plain Markdown; put code in backticks, and write '\\<' for a '<'"
    }
    return "write \(form)"
  }
}

/// What to write instead of an element.
private let forms = [
  "a": "[words](address), or '## Words {#name}' to name a place", "b": "**words**",
  "strong": "**words**", "i": "*words*", "em": "*words*", "mark": "**words**", "u": "*words*",
  "s": "~~words~~", "del": "~~words~~", "strike": "~~words~~", "code": "`code`", "kbd": "`key`",
  "samp": "`code`", "tt": "`code`", "pre": "a fence of ```", "br": "a '\\' at the end of the line",
  "hr": "'***' on a line of its own", "img": "![words](file)", "sub": "a formula: $x_1$",
  "sup": "a formula: $x^2$", "h1": "'## Words'", "h2": "'## Words'", "h3": "'### Words'",
  "h4": "'#### Words'", "p": "a paragraph with a blank line before it",
  "ul": "a list: '- item'", "ol": "a list: '1. item'", "li": "'- item'",
  "table": "a pipe table: | a | b |", "tr": "a pipe table: | a | b |", "td": "| a | b |",
  "th": "| a | b |", "blockquote": "'> words'", "input": "'- [ ] what is to do'",
  "details": "a block '> [!HINT]', or '//| echo: fold' for a cell's code",
  "summary": "a block '> [!HINT] title'",
]

/// Whether HTML is comments and nothing else.
func isComment(_ html: String) -> Bool {
  var rest = html[...]
  while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
    rest = rest[end.upperBound...].drop(while: \.isWhitespace)
  }
  return rest.isEmpty && html.hasPrefix("<!--")
}
