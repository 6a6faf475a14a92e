import Lessons
import Markup

/// A lesson's page.
func lessonPage(
  _ measured: MeasuredLesson, _ text: inout LessonText, in index: SiteIndex, compiler: String
) -> HTML {
  let lesson = measured.lesson
  let body = text.body()
  let shell = Shell(
    index: index, path: pageAddress(of: lesson.name), title: lesson.frontMatter.title,
    description: lesson.frontMatter.description)
  return shell.document(
    """
    \(courseNavigation(index, at: lesson.name))<main id="text" tabindex="-1">
    <article>
    \(opening(lesson, index))\(contents(text.headings, index.wording))<div class="body">
    \(body)</div>
    </article>
    \(takeAlong(measured, index.wording))\(turning(lesson.name, index))\
    \(provenance(measured, index, compiler))</main>

    """)
}

/// Number and minutes, title, question, and what a reader can do afterwards.
private func opening(_ lesson: Lesson, _ index: SiteIndex) -> HTML {
  let (front, wording) = (lesson.frontMatter, index.wording)
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

/// What made the page, and how to make it again.
private func provenance(_ measured: MeasuredLesson, _ index: SiteIndex, _ compiler: String)
  -> HTML
{
  let (lesson, wording) = (measured.lesson, index.wording)
  let parts =
    [compiler, measured.engine].compactMap { $0 }
    + [wording(.seed, "\(lesson.frontMatter.seed)")]
  let edit: HTML? = index.editAddress(of: lesson.name).map {
    "<p\(wording.lang)><a href=\"\(address($0))\">\(wording[.edit])</a></p>"
  }
  let handbook: HTML? =
    lesson.cells.isEmpty ? nil : "<p\(wording.lang)>\(wayToHandbook(wording))</p>"
  return """
    <footer class="provenance"><p\(wording.lang)>\(parts.joined(separator: " · ")) · \
    <code>./gradus build</code></p>\(edit)\(handbook)</footer>

    """
}

extension Wording {
  /// How long a lesson takes.
  func minutes(_ count: Int) -> String {
    count == 1 ? self[.minute] : self(.minutes, "\(count)")
  }
}
