import Lessons
import Markup

/// What every page has around its text.
struct Shell {
  let course: Course
  /// The page's own title.
  let title: String
  /// One sentence about the page.
  let description: String

  /// The whole document around `content`.
  func document(_ content: HTML) -> HTML {
    let name = title == course.title ? title : "\(title) — \(course.title)"
    return """
      <!doctype html>
      <html lang="\(course.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <meta name="description" content="\(description)">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="style.css">
      </head>
      <body>
      <a class="skip" href="#text">Skip to the text</a>
      <header class="top"><a class="home" href="index.html">Gradus</a>\
      <span class="course-title">\(course.title)</span></header>
      <div class="page">
      \(content)
      </div>
      </body>
      </html>

      """
  }
}

/// The course's lessons, the current one marked.
func courseNavigation(_ index: SiteIndex, at current: String) -> HTML {
  let parts = index.course.parts.map { part -> HTML in
    let items = part.lessons.map { lesson -> HTML in
      let mark: HTML? = lesson == current ? " aria-current=\"page\"" : nil
      return "<li><a href=\"\(lesson).html\"\(mark)>\(index.title(of: lesson))</a></li>\n"
    }
    let title: HTML? = part.title.map { "<p class=\"kicker\">\($0)</p>\n" }
    return "\(title)<ol>\n\(items)</ol>\n"
  }
  return "<nav class=\"lessons\" aria-label=\"Lessons\">\n\(parts)</nav>\n"
}
