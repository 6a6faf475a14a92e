import Lessons
import Markup

/// What a server sends for an address that leads nowhere.
///
/// It is sent from any depth, so it carries its style with it, and its link is whole where the
/// course says where the site stands.
func notFoundPage(_ index: SiteIndex) -> HTML {
  let (course, wording) = (index.course, index.wording)
  return """
    <!doctype html>
    <html lang="\(course.language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(wording[.notFound]) — \(course.title)</title>
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <style>
    \(HTML(unescaped: Site.pageStyle))</style>
    </head>
    <body>
    <div class="page">
    <main class="front">
    <header class="opening">
    <p class="kicker">404</p>
    <h1>\(wording[.notFound])</h1>
    <p class="lede">\(wording[.notFoundText])</p>
    <p><a href="\(index.address(of: "index.html") ?? "index.html")">\(course.title)</a></p>
    </header>
    </main>
    </div>
    </body>
    </html>

    """
}
