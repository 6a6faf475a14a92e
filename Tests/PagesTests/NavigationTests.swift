import Foundation
import Lessons
import Pages
import Testing

/// The lists of lessons and sections, and the links between lessons.
@Suite struct NavigationTests {
  private func files() throws -> [String: String] {
    let names = ["01-a", "02-b", "03-c", "glossary"]
    let measured = try names.map { try sample("## One\n\n## Two *x* [l](03-c.html)", name: $0) }
    var course = course(measured)
    course.parts = [
      Course.Part(title: "First & last", lessons: ["01-a", "02-b"]),
      Course.Part(title: "Second", lessons: ["03-c"]),
    ]
    course.pages = ["glossary"]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(site.diagnostics == [])
    return Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.text) })
  }

  /// This keeps the size of a page independent of the size of the course.
  @Test func allPartsAndTheLessonsOfTheCurrentOneAreListed() throws {
    let page = try #require(try files()["02-b.html"])
    #expect(
      page.contains(
        """
        <nav class="lessons" aria-label="Lessons"><details><summary>Lessons</summary>
        <ul class="parts">
        <li><a class="kicker" href="index.html#first-last">First &amp; last</a>
        <ol>
        <li><a href="01-a.html">Title of 01-a</a></li>
        <li><a href="02-b.html" aria-current="page">Title of 02-b</a></li>
        </ol></li>
        <li><a class="kicker" href="index.html#second">Second</a></li>
        <li><a class="kicker" href="index.html#beside-the-lessons">Beside the lessons</a></li>
        </ul>
        </details></nav>
        """))
  }

  @Test func everyPartHasAnAnchorOnTheIndexPage() throws {
    let front = try #require(try files()["index.html"])
    for anchor in ["first-last", "second", "beside-the-lessons"] {
      #expect(front.contains("<section class=\"part\" id=\"\(anchor)\">"))
    }
  }

  @Test func lessonsLinkToThePreviousAndTheNextOne() throws {
    let files = try files()
    let first = files["01-a.html"]
    let middle = files["02-b.html"]
    let last = files["03-c.html"]
    #expect(try !#require(first).contains("rel=\"prev\""))
    #expect(try #require(middle).contains("<a class=\"prev\" rel=\"prev\" href=\"01-a.html\">"))
    #expect(try #require(middle).contains("<a class=\"next\" rel=\"next\" href=\"03-c.html\">"))
    #expect(try !#require(last).contains("rel=\"next\""))
    #expect(try !#require(files["glossary.html"]).contains("rel=\"prev\""))
  }

  /// HTML does not allow nested links.
  @Test func contentsListTheSectionsWithoutTheirLinks() throws {
    let page = try #require(try files()["01-a.html"])
    #expect(
      page.contains(
        """
        <nav class="contents" aria-label="On this page"><details><summary>On this page</summary>
        <ol>
        <li><a href="#one">One</a></li>
        <li><a href="#two-x-l">Two <em>x</em> l</a></li>
        </ol>
        </details></nav>
        """))
  }
}
