extension LessonParser {
  /// Reports HTML, which is not part of the format, with the Markdown to write instead.
  mutating func reportHTML(_ html: String, line: Int) {
    if html.hasPrefix("<!--"), !html.contains("-->") {
      error(line, "a comment is never closed", help: "close it with '-->'")
      return
    }
    let shown = html.prefix { $0 != "\n" }.prefix(40)
    error(line, "raw HTML '\(shown)'", help: replacement(for: html))
  }

  private func replacement(for html: String) -> String {
    let tag = html.drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    guard let markdown = replacements[tag] else {
      return "a lesson is plain Markdown; put code in backticks, and write '\\<' for a '<'"
    }
    return "write \(markdown)"
  }
}

/// The Markdown to write instead of each HTML element.
private let replacements = [
  "a": "[text](address), or '## Heading {#name}' to name a heading", "b": "**text**",
  "strong": "**text**", "i": "*text*", "em": "*text*", "mark": "**text**", "u": "*text*",
  "s": "~~text~~", "del": "~~text~~", "strike": "~~text~~", "code": "`code`", "kbd": "`key`",
  "samp": "`code`", "tt": "`code`", "pre": "a ``` fence", "br": "a '\\' at the end of the line",
  "hr": "'***' on its own line", "img": "![alt text](file)", "sub": "a formula: $x_1$",
  "sup": "a formula: $x^2$", "h1": "'## Heading'", "h2": "'## Heading'", "h3": "'### Heading'",
  "h4": "'#### Heading'", "p": "a paragraph with a blank line before it",
  "ul": "a list: '- item'", "ol": "a list: '1. item'", "li": "'- item'",
  "table": "a pipe table: | a | b |", "tr": "a pipe table: | a | b |", "td": "| a | b |",
  "th": "| a | b |", "blockquote": "'> text'", "input": "'- [ ] task'",
  "details": "an alert '> [!HINT]', or '//| echo: fold' for a cell's code",
  "summary": "an alert '> [!HINT] title'",
]

/// Whether HTML consists only of comments.
func isComment(_ html: String) -> Bool {
  var rest = html[...]
  while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
    rest = rest[end.upperBound...].drop(while: \.isWhitespace)
  }
  return rest.isEmpty && html.hasPrefix("<!--")
}
