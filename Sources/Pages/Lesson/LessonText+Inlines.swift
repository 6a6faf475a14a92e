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
    case .text(let text):
      index.map { languageTagged(text, onPageIn: $0.course.language) } ?? "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .emphasis(let inner): "<em>\(inlines(inner))</em>"
    case .strong(let inner): "<strong>\(inlines(inner))</strong>"
    case .strikethrough(let inner): "<del>\(inlines(inner))</del>"
    case .checkbox(let isDone):
      isDone
        ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
        : "<input type=\"checkbox\" disabled=\"\" /> "
    case .link(let destination, let title, let inner, let line):
      link(destination, title, inner: inner, line: line)
    case .image(let source, let title, let alt, let line):
      image(source, title, alt: alt, line: line)
    case .lineBreak: "<br />\n"
    case .softBreak: "\n"
    case .value(let value): self.value(value)
    case .formula(let formula): self.formula(formula)
    case .footnote(let label, _): footnote(label)
    case .citation(let citations, _): citation(citations, isLinked: linkDepth == 0)
    case .claim(let name, let inner, _): claim(name, inlines(inner))
    case .reference(let reference, let inner, _): self.reference(reference, inner)
    }
  }

  private mutating func link(
    _ destination: String, _ title: String, inner: [Inline], line: Int
  ) -> HTML {
    let hint: HTML? = title.isEmpty ? nil : " title=\"\(title)\""
    if inner.isEmpty, measured != nil, destination.hasPrefix("#") {
      let words = headingContent(of: String(destination.dropFirst()), line: line)
      return "<a href=\"\(address(destination))\"\(hint)>\(words)</a>"
    }
    let target = index?.page(ofMarkdownAt: destination) ?? destination
    links.append(Link(address: target, line: line))
    return linked(inner) { "<a href=\"\(address(target))\"\(hint)>\($0)</a>" }
  }

  /// A link around inlines, followed by the references to notes within them.
  private mutating func linked(_ inner: [Inline], _ link: (HTML) -> HTML) -> HTML {
    linkDepth += 1
    let words = inlines(inner)
    linkDepth -= 1
    guard linkDepth == 0 else { return link(words) }
    defer { afterLink = HTML() }
    return link(words) + afterLink
  }

  private mutating func image(_ source: String, _ title: String, alt: String, line: Int)
    -> HTML
  {
    if measured != nil {
      let place = Place(file: lesson.file, line: line)
      if let problem = pictureProblem(source, at: place) {
        diagnostics.append(problem)
      } else if !LocalAddress.isExternal(source) {
        links.append(Link(address: source, line: line, isPicture: true))
      }
    }
    let hint: HTML? = title.isEmpty ? nil : " title=\"\(title)\""
    return "<img src=\"\(address(source))\" alt=\"\(alt)\"\(hint) />"
  }

  /// A measured value, with its exponent in superscript.
  func value(_ value: InlineValue) -> HTML {
    guard let measured else { return "<code>\(value.code)</code>" }
    let words = htmlNotation(measured.values[value.index] ?? "")
    return "<span class=\"value\">\(wording.isolated(words))</span>"
  }

  /// A claim's text with its measured values, which are shown on hover and focus.
  ///
  /// Screen readers read them as the text's description, so they are hidden as content.
  private mutating func claim(_ name: String, _ words: HTML) -> HTML {
    guard let claim = measured?.claim(name) else { return words }
    let count = shownClaims[name, default: 0] + 1
    shownClaims[name] = count
    let place = count == 1 ? name : "\(name).\(count)"
    anchors.register("claim-\(place)")
    let measured = wording.isolated(htmlNotation(wording.measured(claim)))
    return """
      <span class="claim" id="claim-\(place)" tabindex="0" aria-describedby="measured-\(place)">\
      \(words)&NoBreak;<span class="tick" aria-hidden="true">✓</span>\
      <span class="measured" role="tooltip" aria-hidden="true" id="measured-\(place)"\(wording.lang)>\
      \(wording(.measured, measured, demanded(claim)))\
      </span></span>
      """
  }

  /// The demand of a claim; a demand in the author's words is marked as the author's text.
  private func demanded(_ claim: Claim) -> HTML {
    let words = htmlNotation(wording.demanded(claim))
    if case .holds = claim.demand { return wording.text(words) }
    return wording.isolated(words)
  }

  private mutating func reference(_ reference: Reference, _ inner: [Inline]) -> HTML {
    guard let measured, let target = index?.target(of: reference, from: measured.outline) else {
      let words = inlines(inner)
      return words.text.isEmpty ? "\(reference.name)" : words
    }
    return linked(inner) { words in
      "<a href=\"\(address(target.address))\">\(words.text.isEmpty ? target.words : words)</a>"
    }
  }
}
