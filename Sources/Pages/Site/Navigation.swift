import Lessons
import Markup

/// The list of the course's parts, with the lessons of the current part.
func courseNavigation(_ index: SiteIndex, at current: String) -> HTML {
  let parts = index.parts.map { part($0, index, at: current) }
  return collapsibleList(
    .lessons, class: "lessons", wording: index.wording,
    list: "<ul class=\"parts\"\(index.wording.contentLang)>\n\(parts)</ul>\n")
}

/// The list of the page's sections; nil if there is only one.
func contents(_ headings: [Heading], _ wording: Wording) -> HTML? {
  let sections = headings.filter { $0.level == 2 }
  guard sections.count > 1 else { return nil }
  let items = sections.map { "<li><a href=\"#\($0.anchor)\">\($0.words)</a></li>\n" as HTML }
  return collapsibleList(
    .onThisPage, class: "contents", wording: wording,
    list: "<ol\(wording.contentLang)>\n\(items)</ol>\n")
}

/// A list that is collapsed on narrow screens and open next to the text on wide ones.
private func collapsibleList(
  _ phrase: Phrase, class style: String, wording: Wording, list: HTML
) -> HTML {
  """
  <nav class="\(style)"\(wording.label(wording[phrase]))>\
  <details><summary>\(wording[phrase])</summary>
  \(list)</details></nav>

  """
}

private func part(_ part: SiteIndex.Part, _ index: SiteIndex, at current: String) -> HTML {
  let isCurrent = part.lessons.contains(current) || part.title == nil
  let title = part.heading(index.wording).map {
    "<a class=\"kicker\" href=\"index.html#\(part.anchor)\">\($0)</a>" as HTML
  }
  guard isCurrent else { return "<li>\(title)</li>\n" }
  let items = part.lessons.map { lesson -> HTML in
    let mark: HTML? = lesson == current ? " aria-current=\"page\"" : nil
    return "<li><a href=\"\(pageAddress(of: lesson))\"\(mark)>\(index.title(of: lesson))</a></li>\n"
  }
  return "<li>\(title)\n<ol>\n\(items)</ol></li>\n"
}

/// The links to the previous and the next lesson.
func previousNextLinks(_ lesson: String, _ index: SiteIndex) -> HTML? {
  let (before, after) = index.neighbours(of: lesson)
  let targets: [(Phrase, HTML, String?)] = [(.before, "prev", before), (.next, "next", after)]
  let links = targets.compactMap { phrase, kind, name -> HTML? in
    guard let name else { return nil }
    return """
      <a class="\(kind)" rel="\(kind)" href="\(pageAddress(of: name))"\(index.wording.contentLang)>\
      <span class="kicker"\(index.wording.lang)>\(index.wording[phrase])</span> \
      \(index.title(of: name))</a>

      """
  }
  guard !links.isEmpty else { return nil }
  return """
    <nav class="turning"\(index.wording.label(index.wording[.neighbours]))>
    \(links)</nav>

    """
}
