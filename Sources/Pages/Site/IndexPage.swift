import Lessons
import Markup

/// The course's first page: what it is about and its lessons by parts.
func indexPage(_ index: SiteIndex) -> HTML {
  let course = index.course
  let parts = course.parts.map { part -> HTML in
    let title: HTML? = part.title.map { "<h2>\($0)</h2>\n" }
    let lessons = part.lessons.map { entry(of: $0, index) }
    return "<section class=\"part\">\n\(title)<ol class=\"entries\">\n\(lessons)</ol>\n</section>\n"
  }
  return Shell(course: course, title: course.title, description: course.description).document(
    """
    <main id="text" tabindex="-1" class="front">
    <header class="opening">
    <h1>\(course.title)</h1>
    <p class="lede">\(course.description)</p>
    </header>
    \(parts)\(pages(index))</main>
    """)
}

/// The pages beside the lessons.
private func pages(_ index: SiteIndex) -> HTML? {
  guard !index.course.pages.isEmpty else { return nil }
  let entries = index.course.pages.map { entry(of: $0, index) }
  return "<section class=\"part\">\n<ul class=\"entries\">\n\(entries)</ul>\n</section>\n"
}

private func entry(of lesson: String, _ index: SiteIndex) -> HTML {
  let number = index.number(of: lesson).map { "\($0)" } ?? "·"
  let front = index.lesson(named: lesson)?.lesson.frontMatter
  let minutes: HTML? = front?.time.map { "<span class=\"minutes\">\($0) min</span>" }
  return """
    <li><a href="\(lesson).html"><span class="number">\(number)</span>\
    <span class="name">\(index.title(of: lesson))</span></a>\(minutes)
    <p>\(front?.description ?? "")</p></li>

    """
}
