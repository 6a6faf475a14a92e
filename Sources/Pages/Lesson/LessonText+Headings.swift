import Lessons
import Markup

extension LessonText {
  /// The content of a heading for a list of headings, such as the page's contents.
  ///
  /// It has no links, since the whole entry is a link, no note numbers and no ids.
  mutating func headingEntry(_ inlines: [Inline]) -> HTML {
    // Errors in formulas are reported once, for the heading itself.
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
    case .text(let text):
      index.map { languageTagged(text, onPageIn: $0.course.language) } ?? "\(text)"
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

  /// Inlines as plain text, for the search index and the names of columns.
  func text(of inlines: [Inline]) -> String {
    PlainText(values: measured?.values ?? [:], typesetter: typesetter).text(of: inlines)
  }
}
