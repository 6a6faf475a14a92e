import Lessons
import Markup
import Records
import Typesetting

extension LessonText {
  mutating func cell(_ cell: Cell) -> HTML {
    guard let measured else { return listing(Listing(cell)) }
    let anchor: HTML = cell.options.label.map { " id=\"cell-\($0)\"" } ?? ""
    if let label = cell.options.label { anchors.register("cell-\(label)") }
    let failure = measured.failures[cell.index].map {
      failureView($0, in: measured, wording: wording)
    }
    let shown = [code(of: cell), output(of: cell, measured), failure].compactMap { $0 }
    let results = measured.results(of: cell).compactMap { result($0) }
    if shown.isEmpty, cell.options.label == nil { return results.joined() }
    return "<div class=\"cell\"\(anchor)>\n\(shown)</div>\n\(results)"
  }

  private func output(of cell: Cell, _ measured: MeasuredLesson) -> HTML? {
    guard cell.options.output, let text = measured.outputs[cell.index], !text.isEmpty else {
      return nil
    }
    return """
      <pre class="output" role="group" tabindex="0"\(wording.label(wording[.output]))><samp>\
      \(printed(text))</samp></pre>

      """
  }

  private mutating func result(_ record: Record) -> HTML? {
    switch record {
    case .figure(_, let figure): self.figure(figure)
    case .table(_, let table): self.table(table)
    default: nil
    }
  }

  private mutating func table(_ table: ResultTable) -> HTML {
    let number = measured?.outline.number(of: .table, table.name) ?? 0
    anchors.register("tbl-\(table.name)")
    let prefix = index?.prefix(of: lesson.name) ?? ""
    return TableView(table, number: "\(prefix)\(number)", wording: wording).html
  }

  private mutating func figure(_ figure: Figure) -> HTML {
    let number = measured?.outline.number(of: .figure, figure.name) ?? 0
    anchors.register("fig-\(figure.name)")
    let view = FigureView(
      figure, number: "\(index?.prefix(of: lesson.name) ?? "")\(number)",
      csv: Site.path(ofDataOf: figure, in: lesson), wording: wording)
    if let measured {
      diagnostics += Budget.check(view, of: figure.name, at: measured.place(figure.place))
      diagnostics += FigureWarnings.check(view, of: figure, in: measured)
    }
    return view.html
  }

  private func code(of cell: Cell) -> HTML? {
    guard cell.isShown else { return nil }
    let shown = listing(Listing(cell))
    guard cell.options.echo == .fold else { return shown }
    let summary = cell.options.codeSummary.map { "\($0)" as HTML } ?? wording.span(.theCode)
    return "<details class=\"fold\"><summary>\(summary)</summary>\n\(shown)</details>\n"
  }

  /// A code block, highlighted if its language is known.
  func listing(_ listing: Listing) -> HTML {
    let code = listing.code
    let language = listing.language
    let kind: HTML? = language.isEmpty ? nil : " class=\"language-\(language)\""
    let words = typesetter.highlighted(code, language: language) ?? HTML(escaping: code)
    let text: HTML = "<code\(kind)>\(words)</code></pre>"
    guard measured != nil else { return "<pre>\(text)\n" }
    return """
      <div class="\(listing.isLong ? "long code" : "code")"><pre role="group" tabindex="0"\(wording.label(wording[.code]))>\(text)</div>

      """
  }
}
