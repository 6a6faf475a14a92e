import Lessons
import Markup
import Records

/// A lesson's body as HTML: its blocks in order, each cell followed by what it printed and drew.
struct LessonText {
  private let measured: MeasuredLesson
  private let index: SiteIndex
  private var anchors = Anchors()
  private var exercises = 0
  /// The page's sections, for its table of contents.
  private(set) var sections: [(anchor: String, title: HTML)] = []

  init(_ measured: MeasuredLesson, in index: SiteIndex) {
    self.measured = measured
    self.index = index
  }

  /// The whole body.
  mutating func body() -> HTML { blocks(measured.lesson.body) }

  private mutating func blocks(_ blocks: [Block]) -> HTML {
    var html = HTML()
    for block in blocks { html += self.block(block) }
    return html
  }

  private mutating func block(_ block: Block) -> HTML {
    switch block {
    case .paragraph(let inlines): "<p>\(self.inlines(inlines))</p>\n"
    case .heading(let level, let inlines, _): heading(level, inlines)
    case .list(let start, let tight, let items): list(start, tight, items)
    case .quote(let inner): "<blockquote>\n\(blocks(inner))</blockquote>\n"
    case .alert(let alert): self.alert(alert)
    case .code(_, let code): listing(code)
    case .cell(let cell): self.cell(cell)
    case .thematicBreak: "<hr>\n"
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) -> HTML {
    let anchor = anchors.anchor(for: inlines.plainText)
    let words = self.inlines(inlines)
    if level == 2 { sections.append((anchor, words)) }
    let tag = "h\(min(max(level, 2), 6))"
    return """
      <\(tag) id="\(anchor)">\(words) \
      <a class="anchor" href="#\(anchor)" aria-label="Link to this section">§</a></\(tag)>

      """
  }

  private mutating func list(_ start: Int?, _ tight: Bool, _ items: [[Block]]) -> HTML {
    let rows = items.map { item -> HTML in
      var html = HTML()
      for block in item {
        if tight, case .paragraph(let inlines) = block {
          html += "\(self.inlines(inlines))"
        } else {
          html += self.block(block)
        }
      }
      return "<li>\(html)</li>\n"
    }
    guard let start else { return "<ul>\n\(rows)</ul>\n" }
    return start == 1 ? "<ol>\n\(rows)</ol>\n" : "<ol start=\"\(start)\">\n\(rows)</ol>\n"
  }
}

// MARK: - Cells

extension LessonText {
  private func cell(_ cell: Cell) -> HTML {
    let anchor: HTML = cell.options.label.map { " id=\"cell-\($0)\"" } ?? ""
    let failure = measured.failures[cell.index].map { failureView($0, in: measured) }
    let shown = [code(of: cell), output(of: cell), failure].compactMap { $0 }
    let results = measured.results(of: cell).compactMap(result)
    if shown.isEmpty, cell.options.label == nil { return results.joined() }
    return "<div class=\"cell\"\(anchor)>\n\(shown)</div>\n\(results)"
  }

  private func output(of cell: Cell) -> HTML? {
    guard cell.options.output, let text = measured.outputs[cell.index], !text.isEmpty else {
      return nil
    }
    return """
      <pre class="output" role="group" tabindex="0" aria-label="Output"><samp>\(text)</samp></pre>

      """
  }

  private func result(_ record: Record) -> HTML? {
    switch record {
    case .figure(_, let figure): self.figure(figure)
    case .table(_, let table): self.table(table)
    default: nil
    }
  }

  private func figure(_ figure: Figure) -> HTML {
    let number = measured.number(ofFigure: figure.name) ?? 0
    return FigureView(
      figure, number: "\(index.number(of: measured.lesson.name)).\(number)",
      csv: Site.path(ofDataOf: figure, in: measured.lesson)
    ).html
  }

  private func table(_ table: ResultTable) -> HTML {
    let number = measured.number(ofTable: table.name) ?? 0
    return TableView(table, number: "\(index.number(of: measured.lesson.name)).\(number)").html
  }

  private func code(of cell: Cell) -> HTML? {
    let code = cell.shownCode
    guard cell.options.echo != .hidden, !code.isEmpty else { return nil }
    let shown = listing(code)
    guard cell.options.echo == .fold else { return shown }
    return "<details class=\"fold\"><summary>The code</summary>\n\(shown)</details>\n"
  }

  private func listing(_ code: String) -> HTML {
    """
    <pre class="code" role="group" tabindex="0" aria-label="Code"><code>\(code)</code></pre>

    """
  }
}

// MARK: - Blocks that teach

extension LessonText {
  private mutating func alert(_ alert: Alert) -> HTML {
    switch alert.kind {
    case .predict: predict(alert)
    case .exercise: exercise(alert)
    case .hint: disclosure("hint", "Hint", alert)
    case .solution: disclosure("solution", "Solution", alert)
    case .misconception: aside("mistake", "A common mistake", alert)
    case .keyPoints: aside("keypoints", "Key points", alert)
    case .note: aside("note", "Note", alert)
    case .tip: aside("note", "Tip", alert)
    case .important: aside("note", "Important", alert)
    case .warning: aside("warning", "Warning", alert)
    case .caution: aside("warning", "Caution", alert)
    }
  }

  private mutating func aside(_ style: String, _ label: String, _ alert: Alert) -> HTML {
    let title: HTML? =
      alert.title.isEmpty ? nil : "<p class=\"alert-title\">\(inlines(alert.title))</p>\n"
    return """
      <section class="alert \(style)" aria-label="\(label)">
      <p class="kicker">\(label)</p>
      \(title)\(blocks(alert.body))</section>

      """
  }

  private mutating func predict(_ alert: Alert) -> HTML {
    let split = alert.body.lastIndex(of: .thematicBreak) ?? alert.body.endIndex
    let answer = alert.body[split...].dropFirst()
    let question = blocks(Array(alert.body[..<split]))
    let opening: HTML? =
      answer.isEmpty
      ? nil
      : """
      <details class="answer"><summary>Show the answer</summary>
      \(blocks(Array(answer)))</details>

      """
    return """
      <section class="alert predict" aria-label="Predict first">
      <p class="kicker">Predict first</p>
      \(question)\(opening)</section>

      """
  }

  private mutating func exercise(_ alert: Alert) -> HTML {
    exercises += 1
    let number = "\(index.number(of: measured.lesson.name)).\(exercises)"
    let anchor = anchors.anchor(for: "exercise \(exercises)")
    let title: HTML? = alert.title.isEmpty ? nil : " · \(inlines(alert.title))"
    return """
      <section class="alert exercise" id="\(anchor)" aria-label="Exercise \(number)">
      <p class="kicker">Exercise \(number)\(title)</p>
      \(blocks(alert.body))</section>

      """
  }

  private mutating func disclosure(_ style: String, _ label: String, _ alert: Alert) -> HTML {
    let title: HTML? = alert.title.isEmpty ? nil : ": \(inlines(alert.title))"
    return """
      <details class="\(style)"><summary>\(label)\(title)</summary>
      \(blocks(alert.body))</details>

      """
  }
}

// MARK: - Inlines

extension LessonText {
  private func inlines(_ inlines: [Inline]) -> HTML { inlines.map(inline).joined() }

  private func inline(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .emphasis(let inner): "<em>\(inlines(inner))</em>"
    case .strong(let inner): "<strong>\(inlines(inner))</strong>"
    case .link(let destination, _, let inner):
      "<a href=\"\(destination)\">\(inlines(inner))</a>"
    case .lineBreak: "<br>\n"
    case .softBreak: "\n"
    case .value(let value): number(measured.values[value.index] ?? "")
    case .claim(let name, let inner, _): claim(name, inlines(inner))
    case .reference(let reference, let inner, _): self.reference(reference, inlines(inner))
    }
  }

  /// A measured value, its exponent raised.
  private func number(_ text: String) -> HTML {
    "<span class=\"value\">\(raised(text))</span>"
  }

  private func claim(_ name: String, _ words: HTML) -> HTML {
    guard let claim = measured.claim(name) else { return words }
    return """
      <span class="claim" id="claim-\(name)" tabindex="0" aria-describedby="measured-\(name)">\
      \(words)<span class="tick" aria-hidden="true">✓</span>\
      <span class="measured" role="tooltip" id="measured-\(name)">\
      measured \(raised(claim.measuredWords)), demanded \(raised(claim.demandWords))</span></span>
      """
  }

  private func reference(_ reference: Reference, _ words: HTML) -> HTML {
    guard let target = index.target(of: reference, from: measured) else { return words }
    let shown: HTML = words.text.isEmpty ? "\(target.words)" : words
    return "<a href=\"\(target.address)\">\(shown)</a>"
  }
}
