import Lessons
import Markup

/// Renders the page that a server sends for an unknown address.
///
/// It is served for paths of any depth, so it contains its style sheet, and its links are absolute if
/// the course file gives the site's address.
func notFoundPage(_ index: SiteIndex) -> HTML {
  let course = index.course
  let wording = index.wording
  let front = index.address(of: "index.html") ?? "index.html"
  return """
    <!doctype html>
    \(rootTag(course))
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(wording[.notFound]) — \(course.title)</title>
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <style>
    \(HTML(unescaped: Site.plainStyle))</style>
    </head>
    <body>
    \(skipLink(wording))
    <header class="top"><a class="home" href="\(address(front))">Gradus</a>
    <p class="course-title">\(course.title)</p></header>
    <div class="page">
    <main id="\(Anchors.text)" tabindex="-1" class="front">
    <header class="opening">
    <p class="kicker">404</p>
    <h1\(wording.lang)>\(wording[.notFound])</h1>
    <p class="lede"\(wording.lang)>\(wording[.notFoundText])</p>
    <p><a href="\(address(front))">\(course.title)</a></p>
    </header>
    </main>
    </div>
    </body>
    </html>

    """
}
