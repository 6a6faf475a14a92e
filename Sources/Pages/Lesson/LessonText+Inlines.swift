import Lessons
import Markup
import Records

extension LessonText {
  mutating func inlines(_ inlines: [Inline]) -> HTML {
    var html = HTML()
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      if case .formula(let formula) = inline, case .text(let text) = rest.first, measured != nil {
        let mark = text.prefix(while: \.isPunctuation)
        html += self.formula(formula, before: mark)
        rest[rest.startIndex] = .text(String(text[mark.endIndex...]))
      } else {
        html += self.inline(inline)
      }
    }
    return html
  }

  private mutating func inline(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): index.map { marked(text, onPageIn: $0.course.language) } ?? "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .emphasis(let inner): "<em>\(inlines(inner))</em>"
    case .strong(let inner): "<strong>\(inlines(inner))</strong>"
    case .strikethrough(let inner): "<del>\(inlines(inner))</del>"
    case .checkbox(let isDone):
      isDone
        ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
        : "<input type=\"checkbox\" disabled=\"\" /> "
    case .link(let destination, let title, let inner, let line):
      link(destination, title, inner, line)
    case .image(let source, let title, let alt, let line): image(source, title, alt, line)
    case .lineBreak: "<br />\n"
    case .softBreak: "\n"
    case .value(let value): self.value(value)
    case .formula(let formula): self.formula(formula)
    case .footnote(let label, _): footnote(label)
    case .citation(let citations, _): citation(citations)
    case .claim(let name, let inner, _): claim(name, inlines(inner))
    case .reference(let reference, let inner, _): self.reference(reference, inlines(inner))
    }
  }

  private mutating func link(
    _ destination: String, _ title: String, _ inner: [Inline], _ line: Int
  ) -> HTML {
    links.append(Link(address: destination, line: line))
    let hint: HTML? = title.isEmpty ? nil : " title=\"\(title)\""
    if inner.isEmpty, let words = headingWords(destination, line) {
      return "<a href=\"\(address(destination))\"\(hint)>\(words)</a>"
    }
    return "<a href=\"\(address(destination))\"\(hint)>\(inlines(inner))</a>"
  }

  private mutating func image(_ source: String, _ title: String, _ alt: String, _ line: Int)
    -> HTML
  {
    links.append(Link(address: source, line: line))
    let hint: HTML? = title.isEmpty ? nil : " title=\"\(title)\""
    return "<img src=\"\(address(source))\" alt=\"\(alt)\"\(hint) />"
  }

  /// A measured value, its exponent raised.
  private func value(_ value: InlineValue) -> HTML {
    guard let measured else { return "<code>\(value.code)</code>" }
    return "<span class=\"value\">\(raised(measured.values[value.index] ?? ""))</span>"
  }

  private mutating func claim(_ name: String, _ words: HTML) -> HTML {
    guard let claim = measured?.claim(name) else { return words }
    anchors.take("claim-\(name)")
    return """
      <span class="claim" id="claim-\(name)" tabindex="0" aria-describedby="measured-\(name)">\
      \(words)&NoBreak;<span class="tick" aria-hidden="true">✓</span>\
      <span class="measured" role="tooltip" id="measured-\(name)">\
      \(wording(.measured, raised(wording.measured(claim)), raised(wording.demanded(claim))))\
      </span></span>
      """
  }

  private func reference(_ reference: Reference, _ words: HTML) -> HTML {
    guard let measured, let target = index?.target(of: reference, from: measured.outline) else {
      return words.text.isEmpty ? "\(reference.name)" : words
    }
    let shown: HTML = words.text.isEmpty ? "\(target.words)" : words
    return "<a href=\"\(target.address)\">\(shown)</a>"
  }
}
