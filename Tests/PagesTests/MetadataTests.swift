import Foundation
import Lessons
import Pages
import Testing

/// Metadata for search engines and link previews, the icon and the page for missing pages.
@Suite struct MetadataTests {
  private func files(_ change: (inout Course) -> Void) throws -> [String: String] {
    let measured = [try sample("Words."), try sample("Words.", name: "glossary")]
    var course = course([measured[0]])
    course.pages = ["glossary"]
    change(&course)
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(site.diagnostics == [])
    return Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.text) })
  }

  @Test(arguments: ["https://e.org/course", "https://e.org/course/"])
  func aBaseAddressAddsCanonicalAddressesAndASiteMap(_ url: String) throws {
    let files = try files { $0.url = url }
    let page = try #require(files["01-one.html"])
    #expect(page.contains("<link rel=\"canonical\" href=\"https://e.org/course/01-one.html\">"))
    #expect(page.contains("\"og:url\" content=\"https://e.org/course/01-one.html\">"))
    let front = try #require(files["index.html"])
    #expect(front.contains("rel=\"canonical\" href=\"https://e.org/course/\""))
    #expect(
      files["sitemap.xml"] == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc>https://e.org/course/</loc></url>
          <url><loc>https://e.org/course/01-one.html</loc></url>
          <url><loc>https://e.org/course/glossary.html</loc></url>
        </urlset>

        """)
    let lost = try #require(files["404.html"])
    #expect(lost.contains("<a href=\"https://e.org/course/\">A course</a>"))
  }

  @Test func withoutABaseAddressThereAreNoPublicAddresses() throws {
    let files = try files { _ in }
    let page = try #require(files["01-one.html"])
    #expect(files["sitemap.xml"] == nil)
    #expect(!page.contains("canonical") && !page.contains("og:url"))
    #expect(page.contains("<meta property=\"og:title\" content=\"Title of 01-one\">"))
    #expect(page.contains("<meta name=\"description\" content=\"Words.\">"))
    #expect(try #require(files["404.html"]).contains("<a href=\"index.html\">A course</a>"))
  }

  @Test func thePageForMissingPagesHasTheUsualHeader() throws {
    let files = try files { _ in }
    let lost = try #require(files["404.html"])
    let page = try #require(files["01-one.html"])
    for part in [
      "<a class=\"skip\" href=\"#text\">Skip to the text</a>", "<main id=\"text\" tabindex=\"-1\"",
      "<header class=\"top\"><a class=\"home\" href=\"index.html\">Gradus</a>",
      "<p class=\"course-title\">A course</p>", "<html lang=\"en\">",
    ] {
      #expect(lost.contains(part) && page.contains(part), "\(part)")
    }
  }

  /// It is served at any depth, where relative addresses would be wrong.
  @Test func thePageForMissingPagesNeedsNoOtherFile() throws {
    let lost = try #require(try files { _ in }["404.html"])
    #expect(!lost.contains("src=") && !lost.contains("style.css") && lost.contains("<style>"))
  }

  @Test func pagesHaveAnIcon() throws {
    let files = try files { _ in }
    #expect(try #require(files["favicon.svg"]).contains("<svg"))
    #expect(
      try #require(files["index.html"]).contains(
        "<link rel=\"icon\" href=\"favicon.svg\" type=\"image/svg+xml\">"))
  }
}
