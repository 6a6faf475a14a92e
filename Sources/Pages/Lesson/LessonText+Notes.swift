import Lessons
import Markup

// MARK: - Footnotes

extension LessonText {
  /// The raised number that leads to a footnote.
  mutating func footnote(_ label: String) -> HTML {
    let first = !noted.contains(label)
    if first { noted.append(label) }
    let number = (noted.firstIndex(of: label) ?? 0) + 1
    if first { anchors.take("note-\(number)-back") }
    let anchor: HTML? = first ? " id=\"note-\(number)-back\"" : nil
    let mark: HTML =
      "<sup class=\"noteref\"><a href=\"#note-\(number)\"\(anchor)>\(number)</a></sup>"
    guard linkDepth > 0 else { return mark }
    afterLink += mark
    return HTML()
  }

  /// A block, and beside it the notes and works to which the page refers there first.
  ///
  /// Works alone float beside what follows, too, so that a paragraph that cites many leaves no gap;
  /// for that they stand before it. Notes stand behind it, where a phone shows them. More works than
  /// three would make a second list of the page's works, which holds them anyway.
  mutating func withNotes(_ block: HTML) -> HTML {
    guard measured != nil else { return block }
    let (notes, works) = (noted[placed.notes...], cited[placed.works...])
    guard !notes.isEmpty || !works.isEmpty else { return block }
    placed = (noted.count, cited.count)
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
    anchors.take("note-\(number)")
    return """
      <div class="sidenote" role="note" id="note-\(number)" tabindex="-1">\
      <span class="number">\(number)</span>
      \(blocks(note?.body ?? []))</div>

      """
  }

  /// The footnotes of a text alone, in the order in which it refers to them; a note may refer to
  /// further ones.
  mutating func notes() -> HTML {
    var html = HTML()
    var count = 0
    while count < noted.count {
      let note = lesson.footnotes.first { $0.label == noted[count] }
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
  /// Works in parentheses, by author and year, or by year alone.
  mutating func citation(_ citations: [Citation], isLinked: Bool = true) -> HTML {
    let works = citations.map { citation -> HTML in
      if !cited.contains(citation.key) { cited.append(citation.key) }
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

  /// The works that the page cites, by name.
  mutating func bibliography() -> HTML {
    guard let index else { return HTML() }
    let works = cited.compactMap { index.work($0) }.sorted {
      ($0.shortName(wording), $0.title) < ($1.shortName(wording), $1.title)
    }
    guard !works.isEmpty else { return HTML() }
    for name in ["works"] + works.map({ "cite-\($0.id)" }) { anchors.take(name) }
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
