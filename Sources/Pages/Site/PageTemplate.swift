import Lessons
import Markup

/// The HTML document around the content of a page.
struct PageTemplate {
  let index: SiteIndex
  /// The page's path in the site.
  let path: String
  /// The page's own title.
  let title: String
  /// One sentence about the page.
  let description: String

  /// Returns the document with `content` in it.
  func document(_ content: HTML) -> HTML {
    let course = index.course
    let wording = index.wording
    return """
      <!doctype html>
      \(rootTag(course))
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      \(preview)<meta name="color-scheme" content="light dark">
      <link rel="icon" href="favicon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="style.css">
      <script src="script.js" defer></script>
      </head>
      <body>
      \(skipLink(wording))
      <header class="top"><a class="home" href="index.html">Gradus</a>
      <p class="course-title">\(course.title)</p>
      <div class="tools"></div></header>
      <div class="page">
      \(content)</div>
      </body>
      </html>

      """
  }

  private var name: String {
    title == index.course.title ? title : "\(title) — \(index.course.title)"
  }

  /// The metadata for search engines and link previews.
  private var preview: HTML {
    let address: HTML? = index.address(of: path).map {
      "<link rel=\"canonical\" href=\"\($0)\">\n<meta property=\"og:url\" content=\"\($0)\">\n"
    }
    return """
      <meta name="description" content="\(description)">
      <meta property="og:type" content="\(path == "index.html" ? "website" : "article")">
      <meta property="og:site_name" content="\(index.course.title)">
      <meta property="og:title" content="\(title)">
      <meta property="og:description" content="\(description)">
      <meta name="twitter:card" content="summary">
      \(address)
      """
  }
}

/// The tag around a whole page, with the course's language.
func rootTag(_ course: Course) -> HTML {
  let language = Language(course.language)
  let direction: HTML? = language.isRightToLeft ? " dir=\"rtl\"" : nil
  return "<html lang=\"\(language.tag)\"\(direction)>"
}

/// The link past the navigation to the text, the first element that the Tab key reaches.
func skipLink(_ wording: Wording) -> HTML {
  "<a class=\"skip\" href=\"#\(Anchors.text)\"\(wording.lang)>\(wording[.skip])</a>"
}
