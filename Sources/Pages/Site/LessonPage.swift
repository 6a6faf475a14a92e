import Lessons
import Markup

/// A lesson's page.
func lessonPage(
  _ measured: MeasuredLesson, _ text: inout LessonText, in index: SiteIndex, compiler: String
) -> HTML {
  let lesson = measured.lesson
  let body = text.body()
  let shell = Shell(
    course: index.course, title: lesson.frontMatter.title,
    description: lesson.frontMatter.description)
  return shell.document(
    """
    <main id="text" tabindex="-1">
    <article>
    \(opening(lesson, index))\(body)</article>
    \(turning(lesson.name, index))\(provenance(measured, compiler))</main>
    \(contents(text.sections))\(courseNavigation(index, at: lesson.name))
    """)
}

/// Number and minutes, title, question, and what a reader can do afterwards.
private func opening(_ lesson: Lesson, _ index: SiteIndex) -> HTML {
  let front = lesson.frontMatter
  let number = index.number(of: lesson.name).map { "Lesson \($0)" } ?? "Beside the lessons"
  let minutes: HTML? = front.time.map { " · \($0) minutes" }
  let goals = front.objectives.map { "<li>\($0)</li>\n" as HTML }
  let objectives: HTML? =
    goals.isEmpty
    ? nil
    : """
    <div class="objectives">
    <p class="kicker">Afterwards you can</p>
    <ul>
    \(goals)</ul>
    </div>

    """
  return """
    <header class="opening">
    <p class="kicker">\(number)\(minutes)</p>
    <h1>\(front.title)</h1>
    <p class="lede">\(front.description)</p>
    \(objectives)</header>

    """
}

/// The page's own sections.
private func contents(_ sections: [(anchor: String, title: HTML)]) -> HTML? {
  guard sections.count > 1 else { return nil }
  let items = sections.map { "<li><a href=\"#\($0.anchor)\">\($0.title)</a></li>\n" as HTML }
  return """
    <nav class="contents" aria-label="On this page">
    <p class="kicker">On this page</p>
    <ol>
    \(items)</ol>
    </nav>

    """
}

/// The ways to the lessons before and after.
private func turning(_ lesson: String, _ index: SiteIndex) -> HTML {
  let (before, after) = index.neighbours(of: lesson)
  let links = [("Before", "before", before), ("Next", "after", after)].compactMap {
    label, style, name -> HTML? in
    guard let name else { return nil }
    return """
      <a class="\(style)" href="\(name).html"><span class="kicker">\(label)</span>\
      \(index.title(of: name))</a>

      """
  }
  guard !links.isEmpty else { return HTML() }
  return "<nav class=\"turning\" aria-label=\"Neighbouring lessons\">\n\(links)</nav>\n"
}

/// What made the page, and how to make it again.
private func provenance(_ measured: MeasuredLesson, _ compiler: String) -> HTML {
  let lesson = measured.lesson
  let parts = [compiler, measured.engine].compactMap { $0 } + ["seed \(lesson.frontMatter.seed)"]
  return """
    <footer class="provenance"><p>\(parts.joined(separator: " · ")) · \
    <code>./gradus build</code></p></footer>

    """
}
