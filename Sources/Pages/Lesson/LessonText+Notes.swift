import Lessons
import Markup

// MARK: - Footnotes

extension LessonText {
  /// The raised number that leads to a footnote.
  mutating func footnote(_ label: String) -> HTML {
    let first = !noted.contains(label)
    if first { noted.append(label) }
    let number = (noted.firstIndex(of: label) ?? 0) + 1
    let anchor: HTML? = first ? " id=\"note-\(number)-back\"" : nil
    return "<sup class=\"noteref\"><a href=\"#note-\(number)\"\(anchor)>\(number)</a></sup>"
  }

  /// A block, and beside it the notes and works to which the page refers there first.
  mutating func withNotes(_ block: HTML) -> HTML {
    guard measured != nil else { return block }
    let (notes, works) = (noted[placed.notes...], cited[placed.works...])
    guard !notes.isEmpty || !works.isEmpty else { return block }
    placed = (noted.count, cited.count)
    var margin = HTML()
    for (index, label) in zip(notes.indices, notes) { margin += sidenote(label, index + 1) }
    for work in works.compactMap({ index?.work($0) }) {
      margin += "<p class=\"sidework\">\(work.entry(wording))</p>\n"
    }
    return "<div class=\"noted\">\n\(block)<div class=\"margin\">\n\(margin)</div>\n</div>\n"
  }

  private mutating func sidenote(_ label: String, _ number: Int) -> HTML {
    let note = lesson.footnotes.first { $0.label == label }
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
  /// Works in parentheses, by author and year.
  mutating func citation(_ citations: [Citation]) -> HTML {
    let works = citations.map { citation -> HTML in
      if !cited.contains(citation.key) { cited.append(citation.key) }
      guard let work = index?.work(citation.key) else {
        return "@\(citation.key)\(citation.locator)"
      }
      return "<a href=\"#cite-\(work.id)\">\(work.shortName(wording))</a>\(citation.locator)"
    }
    return "(\(works.joined(separator: "; ")))"
  }

  /// The works that the page cites, by name.
  func bibliography() -> HTML {
    guard let index else { return HTML() }
    let works = cited.compactMap { index.work($0) }.sorted {
      ($0.shortName(wording), $0.title) < ($1.shortName(wording), $1.title)
    }
    guard !works.isEmpty else { return HTML() }
    let items = works.map { "<li id=\"cite-\($0.id)\">\($0.entry(wording))</li>\n" as HTML }
    return """
      <section class="works" aria-labelledby="works">
      <h2 id="works">\(wording[.works])</h2>
      <ul>
      \(items)</ul>
      </section>

      """
  }
}

extension Work {
  /// Authors and year: `Glorot and Bengio 2010`.
  fileprivate func shortName(_ wording: Wording) -> String {
    let names = authors.map(\.family)
    let who =
      switch names.count {
      case 0: title
      case 1: names[0]
      case 2: wording(.and, names[0], names[1])
      default: wording(.andOthers, names[0])
      }
    return year.isEmpty ? who : "\(who) \(year)"
  }

  fileprivate func entry(_ wording: Wording) -> HTML {
    let names = authors.map { $0.given.isEmpty ? $0.family : "\($0.given) \($0.family)" }
    let who =
      names.count > 1
      ? wording(.and, names.dropLast().joined(separator: ", "), names.last ?? "")
      : names.first ?? ""
    let number = issue.isEmpty ? volume : "\(volume)(\(issue))"
    let place =
      container.isEmpty ? "" : ([container, number].filter { !$0.isEmpty }).joined(separator: " ")
    let rest = [place, page, genre, publisher, year].filter { !$0.isEmpty }.joined(separator: ", ")
    let link: HTML? =
      !doi.isEmpty
      ? " <a href=\"https://doi.org/\(address(doi))\">doi:\(doi)</a>"
      : url.isEmpty ? nil : " <a class=\"address\" href=\"\(address(url))\">\(url)</a>"
    return "\(who). <cite>\(title)</cite>. \(rest).\(link)"
  }
}
