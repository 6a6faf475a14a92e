import Lessons
import Markup

// MARK: - Footnotes

extension LessonText {
  /// The superscript number that links to a footnote.
  mutating func footnote(_ label: String) -> HTML {
    let first = !footnoteLabels.contains(label)
    if first { footnoteLabels.append(label) }
    let number = (footnoteLabels.firstIndex(of: label) ?? 0) + 1
    if first { anchors.register("note-\(number)-back") }
    let anchor: HTML? = first ? " id=\"note-\(number)-back\"" : nil
    let mark: HTML =
      "<sup class=\"noteref\"><a href=\"#note-\(number)\"\(anchor)>\(number)</a></sup>"
    guard linkDepth > 0 else { return mark }
    afterLink += mark
    return HTML()
  }

  /// A block together with the notes and works that the page refers to there for the first time.
  ///
  /// Works without notes come before the block and float, so that a paragraph that cites many leaves no
  /// gap. Notes come after it, where a phone shows them. More than three works are left out: they would
  /// only repeat the page's list of works.
  mutating func withNotes(_ block: HTML) -> HTML {
    guard measured != nil else { return block }
    let notes = footnoteLabels[inMargin.notes...]
    let works = citedKeys[inMargin.works...]
    guard !notes.isEmpty || !works.isEmpty else { return block }
    inMargin = (footnoteLabels.count, citedKeys.count)
    let entries = (works.count > 3 ? [] : works).compactMap { index?.work($0) }.map { work in
      "<p class=\"sidework\">\(work.entry(wording))</p>\n" as HTML
    }
    if notes.isEmpty {
      return entries.isEmpty
        ? block : "<div class=\"aside\" role=\"note\">\n\(entries)</div>\n\(block)"
    }
    var margin = HTML()
    for (index, label) in zip(notes.indices, notes) { margin += sidenote(label, index + 1) }
    return """
      <div class="noted">
      \(block)<div class="margin">
      \(margin)\(entries)</div>
      </div>

      """
  }

  private mutating func sidenote(_ label: String, _ number: Int) -> HTML {
    let note = lesson.footnotes.first { $0.label == label }
    anchors.register("note-\(number)")
    return """
      <div class="sidenote" role="note" id="note-\(number)" tabindex="-1">\
      <span class="number">\(number)</span>
      \(blocks(note?.body ?? []))</div>

      """
  }

  /// The footnotes of a fragment, in the order of their first references; a note can refer to further
  /// notes.
  mutating func notes() -> HTML {
    var html = HTML()
    var count = 0
    while count < footnoteLabels.count {
      let note = lesson.footnotes.first { $0.label == footnoteLabels[count] }
      count += 1
      html += """
        <li id="note-\(count)">
        \(blocks(note?.body ?? []))\
        <a class="back" href="#note-\(count)-back" aria-label="Back to the text">↩</a></li>

        """
    }
    guard count > 0 else { return html }
    return "<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n\(html)</ol>\n</section>\n"
  }
}

// MARK: - Citations

extension LessonText {
  /// A citation in parentheses, by author and year or by year alone.
  mutating func citation(_ citations: [Citation], isLinked: Bool = true) -> HTML {
    let works = citations.map { citation -> HTML in
      if !citedKeys.contains(citation.key) { citedKeys.append(citation.key) }
      guard let work = index?.work(citation.key) else {
        return "@\(citation.key)\(citation.locator)"
      }
      let isNamed = citation.namesAuthors || work.year.isEmpty
      let name = isNamed ? work.shortName(wording) : work.year
      let words: HTML = citation.namesAuthors ? wording.span("\(name)") : "\(name)"
      return isLinked
        ? "<a href=\"\(address("#cite-\(work.id)"))\">\(words)</a>\(citation.locator)"
        : "\(words)\(citation.locator)"
    }
    return "(\(works.joined(separator: "; ")))"
  }

  /// The list of the works that the page cites, sorted by name.
  mutating func bibliography() -> HTML {
    guard let index else { return HTML() }
    let works = citedKeys.compactMap { index.work($0) }.sorted {
      ($0.shortName(wording), $0.title) < ($1.shortName(wording), $1.title)
    }
    guard !works.isEmpty else { return HTML() }
    for name in ["works"] + works.map({ "cite-\($0.id)" }) { anchors.register(name) }
    let items = works.map { "<li id=\"cite-\($0.id)\">\($0.entry(wording))</li>\n" as HTML }
    return """
      <section class="works" aria-labelledby="works">
      <h2 id="works"\(wording.lang)>\(wording[.works])</h2>
      <ul>
      \(items)</ul>
      </section>

      """
  }
}
