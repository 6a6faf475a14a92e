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

  /// The footnotes in the order in which the text refers to them; a note may refer to further ones.
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
      return "<a href=\"#cite-\(work.id)\">\(work.shortName)</a>\(citation.locator)"
    }
    return "(\(works.joined(separator: "; ")))"
  }

  /// The works that the page cites, by name.
  func bibliography() -> HTML {
    guard let index else { return HTML() }
    let works = cited.compactMap { index.work($0) }.sorted {
      ($0.shortName, $0.title) < ($1.shortName, $1.title)
    }
    guard !works.isEmpty else { return HTML() }
    let items = works.map { "<li id=\"cite-\($0.id)\">\($0.entry)</li>\n" as HTML }
    return """
      <section class="works" aria-labelledby="works">
      <h2 id="works">Works cited</h2>
      <ul>
      \(items)</ul>
      </section>

      """
  }
}

extension Work {
  /// Authors and year: `Glorot and Bengio 2010`.
  fileprivate var shortName: String {
    let names = authors.map(\.family)
    let who =
      switch names.count {
      case 0: title
      case 1: names[0]
      case 2: "\(names[0]) and \(names[1])"
      default: "\(names[0]) et al."
      }
    return year.isEmpty ? who : "\(who) \(year)"
  }

  fileprivate var entry: HTML {
    let names = authors.map { $0.given.isEmpty ? $0.family : "\($0.given) \($0.family)" }
    let who =
      names.count > 1
      ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
    let number = issue.isEmpty ? volume : "\(volume)(\(issue))"
    let place =
      container.isEmpty ? "" : ([container, number].filter { !$0.isEmpty }).joined(separator: " ")
    let rest = [place, page, genre, publisher, year].filter { !$0.isEmpty }.joined(separator: ", ")
    let link: HTML? =
      !doi.isEmpty
      ? " <a href=\"https://doi.org/\(address(doi))\">doi:\(doi)</a>"
      : url.isEmpty ? nil : " <a href=\"\(address(url))\">\(url)</a>"
    return "\(who). <cite>\(title)</cite>. \(rest).\(link)"
  }
}
