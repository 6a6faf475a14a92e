import Lessons
import Markup

/// The course's parts, with the lessons of the current one.
func courseNavigation(_ index: SiteIndex, at current: String) -> HTML {
  let parts = index.parts.map { part($0, index, at: current) }
  return folding(
    "lessons", index.wording[.lessons], "<ul class=\"parts\">\n\(parts)</ul>\n")
}

/// The page's own sections.
func contents(_ headings: [Heading], _ wording: Wording) -> HTML? {
  let sections = headings.filter { $0.level == 2 }
  guard sections.count > 1 else { return nil }
  let items = sections.map { "<li><a href=\"#\($0.anchor)\">\($0.words)</a></li>\n" as HTML }
  return folding("contents", wording[.onThisPage], "<ol>\n\(items)</ol>\n")
}

/// A list that folds on narrow screens and stands open beside the text on wide ones.
private func folding(_ style: String, _ label: String, _ list: HTML) -> HTML {
  """
  <nav class="\(style)" aria-label="\(label)"><details><summary>\(label)</summary>
  \(list)</details></nav>

  """
}

private func part(_ part: SiteIndex.Part, _ index: SiteIndex, at current: String) -> HTML {
  let isCurrent = part.lessons.contains(current) || part.title == nil
  let title = part.title.map {
    "<a class=\"kicker\" href=\"index.html#\(part.anchor)\">\($0)</a>" as HTML
  }
  guard isCurrent else { return "<li>\(title)</li>\n" }
  let items = part.lessons.map { lesson -> HTML in
    let mark: HTML? = lesson == current ? " aria-current=\"page\"" : nil
    return
      "<li><a href=\"\(address(ofFile: "\(lesson).html"))\"\(mark)>\(index.title(of: lesson))</a></li>\n"
  }
  return "<li>\(title)\n<ol>\n\(items)</ol></li>\n"
}

/// The ways to the lessons before and after.
func turning(_ lesson: String, _ index: SiteIndex) -> HTML? {
  let (before, after) = index.neighbours(of: lesson)
  let ways: [(Phrase, HTML, String?)] = [(.before, "prev", before), (.next, "next", after)]
  let links = ways.compactMap { phrase, kind, name -> HTML? in
    guard let name else { return nil }
    return """
      <a class="\(kind)" rel="\(kind)" href="\(address(ofFile: "\(name).html"))">\
      <span class="kicker">\(index.wording[phrase])</span> \(index.title(of: name))</a>

      """
  }
  guard !links.isEmpty else { return nil }
  return """
    <nav class="turning" aria-label="\(index.wording[.neighbours])">
    \(links)</nav>

    """
}
