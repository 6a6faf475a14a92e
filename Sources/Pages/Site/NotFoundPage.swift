import Lessons
import Markup

/// What a server sends for an address that leads nowhere.
///
/// It is sent from any depth, so it carries its style with it, and its links are whole where the
/// course says where the site is.
func notFoundPage(_ index: SiteIndex) -> HTML {
  let (course, wording) = (index.course, index.wording)
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
