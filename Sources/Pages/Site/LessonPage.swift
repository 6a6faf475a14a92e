import Lessons
import Markup

/// Renders a lesson's page.
func lessonPage(
  _ measured: MeasuredLesson, _ text: inout LessonText, in index: SiteIndex, compiler: String
) -> HTML {
  let lesson = measured.lesson
  let body = text.body()
  let template = PageTemplate(
    index: index, path: pageAddress(of: lesson.name), title: lesson.frontMatter.title,
    description: lesson.frontMatter.description)
  return template.document(
    """
    \(courseNavigation(index, at: lesson.name))<main id="text" tabindex="-1">
    <article>
    \(opening(lesson, index))\(contents(text.headings, index.wording))<div class="body">
    \(body)</div>
    </article>
    \(downloadSection(measured, index.wording))\(previousNextLinks(lesson.name, index))\
    \(pageFooter(measured, index, compiler: compiler))</main>

    """)
}

/// The header of a lesson: number and minutes, title, description and objectives.
private func opening(_ lesson: Lesson, _ index: SiteIndex) -> HTML {
  let front = lesson.frontMatter
  let wording = index.wording
  let number: String =
    index.number(of: lesson.name).map { wording(.lesson, "\($0)") } ?? wording[.besideTheLessons]
  let minutes: HTML? = front.time.map { " · \(wording.minutes($0))" }
  let goals = front.objectives.map { "<li>\($0)</li>\n" as HTML }
  let objectives: HTML? =
    goals.isEmpty
    ? nil
    : """
    <div class="objectives">
    <p class="kicker"\(wording.lang)>\(wording[.objectives])</p>
    <ul>
    \(goals)</ul>
    </div>

    """
  return """
    <header class="opening">
    <p class="kicker"\(wording.lang)>\(number)\(minutes)</p>
    <h1>\(front.title)</h1>
    <p class="lede">\(front.description)</p>
    \(objectives)</header>

    """
}

/// The versions of the tools that made the page, and the command that makes it again.
private func pageFooter(_ measured: MeasuredLesson, _ index: SiteIndex, compiler: String)
  -> HTML
{
  let lesson = measured.lesson
  let wording = index.wording
  let parts =
    [compiler, measured.engine].compactMap { $0 }
    + [wording(.seed, "\(lesson.frontMatter.seed)")]
  let edit: HTML? = index.editAddress(of: lesson.name).map {
    "<p\(wording.lang)><a href=\"\(address($0))\">\(wording[.edit])</a></p>"
  }
  let handbook: HTML? =
    lesson.cells.isEmpty ? nil : "<p\(wording.lang)>\(handbookLink(wording))</p>"
  return """
    <footer class="provenance"><p\(wording.lang)>\(parts.joined(separator: " · ")) · \
    <code>./gradus build</code></p>\(edit)\(handbook)</footer>

    """
}

extension Wording {
  /// The duration of a lesson as text.
  func minutes(_ count: Int) -> String {
    count == 1 ? self[.minute] : self(.minutes, "\(count)")
  }
}
