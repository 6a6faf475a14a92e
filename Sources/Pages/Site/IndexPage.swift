import Lessons
import Markup

/// Renders the course's index page: its description and the lessons by parts.
func indexPage(_ index: SiteIndex) -> HTML {
  let course = index.course
  let template = PageTemplate(
    index: index, path: "index.html", title: course.title, description: course.description)
  let handbook: HTML? =
    index.hasCells
    ? "<p class=\"beside\"\(index.wording.lang)>\(handbookLink(index.wording))</p>\n" : nil
  return template.document(
    """
    <main id="text" tabindex="-1" class="front">
    <header class="opening">
    <h1>\(course.title)</h1>
    <p class="lede">\(course.description)</p>
    </header>
    \(entries(index))\(handbook)</main>

    """)
}

/// The list of all lessons and pages, each with its description.
func entries(_ index: SiteIndex) -> HTML {
  index.parts.map { part -> HTML in
    let title: HTML? = part.heading(index.wording).map { "<h2>\($0)</h2>\n" }
    let items = part.lessons.map { entry(of: $0, index) }
    let tag: HTML = title == nil ? "div" : "section"
    return """
      <\(tag) class="part" id="\(part.anchor)">
      \(title)<ol class="entries">
      \(items)</ol>
      </\(tag)>

      """
  }.joined()
}

private func entry(of lesson: String, _ index: SiteIndex) -> HTML {
  let number = index.number(of: lesson).map { "\($0)" } ?? "·"
  let outline = index.outline(of: lesson)
  let minutes: HTML? = outline?.minutes.map {
    "<span class=\"minutes\"\(index.wording.lang)>\(index.wording.minutes($0))</span>"
  }
  return """
    <li><a href="\(pageAddress(of: lesson))"><span class="number">\(number)</span> \
    <span class="name">\(index.title(of: lesson))</span></a>\(minutes)
    <p>\(outline?.description ?? "")</p></li>

    """
}
