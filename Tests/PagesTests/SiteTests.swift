import Foundation
import Lessons
import Pages
import Records
import TestSupport
import Testing
import Typesetting

/// The files of a site, and the links between them.
@Suite struct SiteTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"

  @Test func aSiteHasAPageForEachLessonAndAFileForEachFiguresData() throws {
    let measured = [
      try sample(cell, [figure("decay")]), try sample("Words.", name: "02-two"),
    ]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(
      site.files.map(\.path) == [
        "index.html", "01-one.html", "01-one/decay.csv", "02-two.html", "404.html",
        "search/1.js", "script.js", "style.css", "favicon.svg",
      ])
  }

  /// Rendering uses exactly the formulas and listings of the filled cache.
  @Test func aFilledCacheGivesTheSamePages() async throws {
    let measured = [
      try sample(
        """
        A $x_1$.[^n]

        $$ y $$

        \(cell)
        ```json
        {"a": 1}
        ```

        | $z$ |
        |-----|
        | $w$ |

        [^n]: With $v$.
        """)
    ]
    let plain = try Typesetter()
    let prepared = try Typesetter()
    #expect(prepared.hasEmptyCache)
    await fillTypesettingCache(for: measured.map(\.lesson), with: prepared)
    #expect(!prepared.hasEmptyCache)
    let count = prepared.renderedCount
    let sites = [plain, prepared].map {
      Site(course(measured), measured, typesetter: $0, compiler: "Swift 6")
    }
    #expect(sites[0] == sites[1])
    #expect(prepared.renderedCount == count && count == plain.renderedCount && count == 7)
  }

  @Test func theSameRecordsGiveTheSameBytes() throws {
    let measured = [try sample(cell, [figure("decay"), figure("other", id: 2)])]
    let sites = (0..<2).map { _ in
      Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    }
    #expect(sites[0] == sites[1])
  }

  @Test func linkedFilesAreCopiedAndBrokenLinksReported() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write("pictures/a b.png", Data([1, 2, 0xFF]))
    let measured = [
      try sample(
        """
        ## Here
        [a](#here) [b](#there) [c](02-two.html#here) [d](02-two.html#x) [e](https://x.org/y)
        ![words](pictures/a%20b.png) ![words](pictures/b.png)
        [f](../outside.txt) [g](02-tow.md) [h](index.html) [i](mailto:a@b.c) [j](/etc/passwd)
        """), try sample("## Here", name: "02-two"),
    ]
    var course = course(measured)
    course.folder = folder.path
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(
      site.diagnostics.map { "\($0)".replacing(folder.path, with: "COURSE") } == [
        """
        lessons/01-one.md:6: error: there is no anchor '#there' on 01-one.html
        help: did you mean '#here'?
        """,
        "lessons/01-one.md:6: error: there is no anchor '#x' on 02-two.html",
        """
        lessons/01-one.md:7: error: there is no file 'pictures/b.png'
        help: did you mean 'pictures/a b.png'?
        """,
        """
        lessons/01-one.md:8: error: '../outside.txt' is outside the course
        help: put the file in COURSE
        """,
        """
        lessons/01-one.md:8: error: there is no file '02-tow.md'
        help: did you mean '02-two.md'?
        """,
        """
        lessons/01-one.md:8: error: '/etc/passwd' is outside the course
        help: put the file in COURSE
        """,
      ])
    #expect(site.files.last?.path == "pictures/a b.png")
    #expect(site.files.last?.content == [1, 2, 0xFF])
  }

  @Test func aPageOutsideTheLessonsHasNoNumberOrNeighbours() throws {
    let measured = [
      try sample(cell, [figure("a")]), try sample(cell, [figure("b")], name: "glossary"),
    ]
    var course = course([measured[0]])
    course.pages = ["glossary"]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "glossary.html" }).text
    #expect(page.contains("<b>Figure 1.</b>") && !page.contains("class=\"turning\""))
    let front = try #require(site.files.first { $0.path == "index.html" }).text
    #expect(front.contains("<a href=\"glossary.html\"><span class=\"number\">·</span>"))
  }

  @Test func pagesLoadNothingFromOutsideTheSite() throws {
    let measured = [try sample(cell, [figure("decay")])]
    for file in Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
      .files
    {
      #expect(!file.text.contains("http://") || file.path.contains(/\.(html|svg)$/))
      let sources = file.text.matches(of: /\ src="([^"]*)"/).map(\.1)
      #expect(sources.allSatisfy { $0 == "script.js" })
      #expect(!file.text.contains("@import") && !file.text.contains("url("))
    }
  }
}
