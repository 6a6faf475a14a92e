import Lessons
import Markup

extension LessonText {
  /// Inlines as what lists headings has them, set like the heading itself.
  ///
  /// The list links to the heading, so there are no links in it; the notes' numbers and the names of
  /// places remain with the heading.
  mutating func listed(_ inlines: [Inline]) -> HTML {
    // What is wrong with a formula is said of the heading.
    let known = diagnostics
    defer { diagnostics = known }
    return entries(inlines)
  }

  private mutating func entries(_ inlines: [Inline]) -> HTML {
    var html = HTML()
    for inline in inlines { html += entry(inline) }
    return html
  }

  private mutating func entry(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): index.map { marked(text, onPageIn: $0.course.language) } ?? "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .emphasis(let inner): "<em>\(entries(inner))</em>"
    case .strong(let inner): "<strong>\(entries(inner))</strong>"
    case .strikethrough(let inner): "<del>\(entries(inner))</del>"
    case .link(_, _, let inner, _), .claim(_, let inner, _): entries(inner)
    case .image(_, _, let alt, _): "\(alt)"
    case .lineBreak, .softBreak: " "
    case .value(let value): self.value(value)
    case .formula(let formula): typeset(formula)
    case .footnote, .checkbox: HTML()
    case .citation(let citations, _): citation(citations, isLinked: false)
    case .reference(let reference, let inner, _):
      inner.isEmpty ? words(of: reference) : entries(inner)
    }
  }

  private func words(of reference: Reference) -> HTML {
    measured.flatMap { index?.target(of: reference, from: $0.outline)?.words }
      ?? "\(reference.name)"
  }

  /// Inlines as plain text, as search and the names of columns have them.
  func text(of inlines: [Inline]) -> String {
    PlainText(values: measured?.values ?? [:], typesetter: typesetter).text(of: inlines)
  }
}
