import Lessons
import Markup

/// The site map for search engines; nil if the course file does not give the site's address.
func siteMap(_ index: SiteIndex) -> String? {
  let paths =
    ["index.html"] + (index.course.lessons + index.course.pages).map(pageAddress)
    + (index.hasCells ? [HandbookIndex.page] : [])
  let addresses = paths.compactMap { index.address(of: $0) }
  guard !addresses.isEmpty else { return nil }
  let entries = addresses.map { "  <url><loc>\(address($0))</loc></url>\n" as HTML }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(entries.joined())</urlset>

    """
}
