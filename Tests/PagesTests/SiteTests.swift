import Foundation
import Lessons
import Pages
import Records
import Testing
import Typesetting

@Suite struct SiteTests {
  /// The lesson's page of a course of one lesson.
  private func page(_ body: String, _ records: [Record] = []) throws -> String {
    let measured = try sample(body, records)
    let site = Site(
      course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
    return try #require(site.files.first { $0.path == "01-one.html" }).text
  }

  private let cell = "```{swift}\nlet x = 1\n```\n"

  @Test func holdsAPageForEachLessonAndEachFiguresData() throws {
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

  /// Making a page asks for exactly what was prepared.
  @Test func preparedPagesAreTheSamePages() async throws {
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
    #expect(prepared.remembersNothing)
    await prepare(measured.map(\.lesson), with: prepared)
    #expect(!prepared.remembersNothing)
    let count = prepared.settings
    let sites = [plain, prepared].map {
      Site(course(measured), measured, typesetter: $0, compiler: "Swift 6")
    }
    #expect(sites[0] == sites[1])
    #expect(prepared.settings == count && count == plain.settings && count == 7)
  }

  @Test func theSameFindingsGiveTheSameBytes() throws {
    let measured = [try sample(cell, [figure("decay"), figure("other", id: 2)])]
    let sites = (0..<2).map { _ in
      Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    }
    #expect(sites[0] == sites[1])
  }

  @Test func noTextOfAnAuthorBecomesMarkup() throws {
    let evil = "<script>alert('\"&')</script>"
    let page = try page(
      """
      ## `\(evil)`

      Text `\(evil)` and `{swift} x`.

      ```{swift}
      //| label: a
      let x = "\(evil)"
      ```
      [`\(evil)`](claim:one) [x](https://e.org/"onclick=)
      """,
      [
        .output(cell: 0, text: evil), .value(index: 0, text: evil),
        .claim(
          Claim(
            name: "one", measured: .truths([true]), demand: .holds(words: evil),
            place: CellPlace(cell: 0, line: 0))),
        figure("decay", alt: evil), .end(engine: evil),
      ])
    #expect(page.ranges(of: "<script").count == 1)
    #expect(!page.contains("\"onclick"))
    #expect(page.contains("&lt;script&gt;alert('&quot;&amp;')&lt;/script&gt;"))
  }

  @Test func aValueHasItsExponentRaised() throws {
    let page = try page("Left: `{swift} x`.", [.value(index: 0, text: "9.54 × 10⁻⁷")])
    #expect(page.contains("<p>Left: <span class=\"value\">9.54 × 10<sup>−7</sup></span>.</p>"))
  }

  @Test func aClaimShowsWhatWasMeasuredAndWhatWasDemanded() throws {
    let page = try page(cell + "[One](claim:one).", [claim("one", 1.2)])
    #expect(page.contains("id=\"claim-one\" tabindex=\"0\" aria-describedby=\"measured-one\">"))
    #expect(page.contains(">One&NoBreak;<span class=\"tick\""))
    #expect(page.contains("measured 1.2, demanded 1 within 0.5"))
  }

  @Test func figuresAreNumberedWithinTheirLessonAndReferredToByNumber() throws {
    let page = try page(
      cell + "[](fig:b), [the first](fig:a).", [figure("a"), figure("b", id: 2)])
    #expect(page.contains("<figure id=\"fig-b\">"))
    #expect(page.contains("<b>Figure 1.2.</b> Seen."))
    #expect(
      page.contains("<p><a href=\"#fig-b\">Figure 1.2</a>, <a href=\"#fig-a\">the first</a>.</p>"))
  }

  @Test func aFigureIsDrawnAsItWasWhenItsProgramHadDoneWithIt() throws {
    let page = try page(cell, [figure("a", alt: "Before."), figure("a", alt: "After.")])
    #expect(page.contains("After.") && !page.contains("Before."))
    #expect(page.contains("<b>Figure 1.1.</b>") && !page.contains("Figure 1.2"))
  }

  @Test func aFigureHasItsDataAsATableAndAsAFile() throws {
    let page = try page(cell, [figure("decay")])
    #expect(page.contains("<tr><th scope=\"row\">1</th><td>2</td></tr>"))
    #expect(page.contains("<a href=\"01-one/decay.csv\" download>"))
  }

  @Test(arguments: [
    ("", true, true), ("//| echo: false", false, true), ("//| output: false", true, false),
  ])
  func optionsSayWhatOfACellIsShown(_ option: String, _ code: Bool, _ output: Bool) throws {
    let page = try page(
      "```{swift}\n\(option)\nlet shownCode = 1\n```", [.output(cell: 0, text: "printed")])
    #expect(page.contains("shownCode") == code)
    #expect(page.contains("printed") == output)
  }

  @Test func headingsHaveAnchorsFromTheirWordsInAnyScript() throws {
    let page = try page("## One *layer*, one factor!\n\n## 梯度消失\n\n## One layer one factor\n")
    #expect(page.contains("<h2 id=\"one-layer-one-factor\">"))
    #expect(page.contains("<h2 id=\"梯度消失\">"))
    #expect(page.contains("<h2 id=\"one-layer-one-factor-2\">"))
  }

  @Test func answersAndSolutionsAreClosedAtFirst() throws {
    let page = try page(
      """
      > [!PREDICT]
      > How much?
      >
      > ---
      > A quarter.

      > [!EXERCISE] Do it
      > Now.
      > > [!SOLUTION]
      > > Done.
      """)
    #expect(
      page.contains(
        "<p>How much?</p>\n<details class=\"answer\"><summary>Show the answer</summary>\n<p>A quarter.</p>"
      ))
    #expect(page.contains("<p class=\"kicker\" id=\"label.2\">Exercise 1.1 · Do it</p>"))
    #expect(page.contains("id=\"exercise-do-it\""))
    #expect(page.contains("<details class=\"solution\"><summary>Solution</summary>\n<p>Done.</p>"))
    #expect(!page.contains("<details open"))
  }

  @Test func footnotesAreNumberedByTheirReferences() throws {
    let page = try page("A.[^b] B.[^a] C.[^b]\n\n[^a]: First.\n\n[^b]: Second, see [^a].")
    #expect(
      page.contains(
        """
        <div class="noted">
        <p>A.<sup class="noteref"><a href="#note-1" id="note-1-back">1</a></sup> \
        B.<sup class="noteref"><a href="#note-2" id="note-2-back">2</a></sup> \
        C.<sup class="noteref"><a href="#note-1">1</a></sup></p>
        <div class="margin">
        <div class="sidenote" role="note" id="note-1" tabindex="-1"><span class="number">1</span>
        <p>Second, see <sup
        """))
    #expect(
      page.contains(
        """
        id="note-2" tabindex="-1"><span class="number">2</span>
        <p>First.</p>
        </div>
        """))
  }

  @Test func equationsAreNumberedAndReferredTo() throws {
    let page = try page("$$ a $$\n\n$$ b $$ {#eq:one}\n\nSee [](eq:one).")
    #expect(page.contains("<div class=\"formula\" id=\"eq-one\" role=\"group\" tabindex=\"0\" "))
    #expect(page.contains("<span class=\"number\">(1.1)</span>"))
    #expect(page.contains("See <a href=\"#eq-one\">Equation 1.1</a>."))
  }

  @Test func citationsLeadToTheWorksAtThePagesEnd() throws {
    let measured = [try sample("Said [@glorot2010, p. 3; @he2015].")]
    var course = course(measured)
    var glorot = Work(id: "glorot2010")
    glorot.authors = [
      Work.Author(family: "Glorot", given: "X."), Work.Author(family: "Bengio", given: "Y."),
    ]
    glorot.title = "Difficulty & depth"
    glorot.year = "2010"
    glorot.doi = "10.1/a<b"
    var he = Work(id: "he2015")
    he.authors = ["He", "Zhang", "Ren"].map { Work.Author(family: $0, given: "") }
    he.year = "2015"
    course.works = [he, glorot]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains(
        """
        Said (<a href="#cite-glorot2010">Glorot and Bengio 2010</a>, p. 3; \
        <a href="#cite-he2015">He et al. 2015</a>).
        """))
    #expect(
      page.contains(
        """
        <li id="cite-glorot2010">X. Glorot and Y. Bengio. <cite>Difficulty &amp; depth</cite>. 2010. \
        <a href="https://doi.org/10.1/a%3Cb">doi:10.1/<wbr>a&lt;b</a></li>
        """))
    // In the margin they float beside the paragraph and what follows it.
    #expect(
      page.contains("<div class=\"aside\" role=\"note\">\n<p class=\"sidework\">X. Glorot"))
    #expect(page.contains("2015.</p>\n</div>\n<p>Said ("))
  }

  @Test func worksOfOneYearAreToldApartAndAuthorsNeedNotBeNamedTwice() throws {
    let measured = [try sample("He [-@first] and [@second; -@third; -@undated].")]
    var course = course(measured)
    course.works = [("first", "2016"), ("second", "2016"), ("third", "2017"), ("undated", "")]
      .map { id, year in
        var work = Work(id: id)
        work.authors = [Work.Author(family: "He", given: "K.")]
        work.title = id
        work.year = year
        return work
      }
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains(
        """
        He (<a href="#cite-first">2016a</a>) and (<a href="#cite-second">He 2016b</a>; \
        <a href="#cite-third">2017</a>; <a href="#cite-undated">He</a>).
        """))
    #expect(page.contains("K. He. <cite>second</cite>. 2016b."))
  }

  @Test func manyWorksAtOnceStandInTheListAlone() throws {
    func margins(_ names: [String]) throws -> Int {
      let keys = names.map { "@\($0)" }.joined(separator: "; ")
      let measured = [try sample("Said [\(keys)].")]
      var course = course(measured)
      course.works = names.map { Work(id: $0) }
      let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
      let page = try #require(site.files.first { $0.path == "01-one.html" }).text
      #expect(page.matches(of: /<li id="cite-/).count == names.count)
      return page.matches(of: /class="sidework"/).count
    }
    #expect(try margins(["a", "b", "c"]) == 3)
    #expect(try margins(["a", "b", "c", "d"]) == 0)
  }

  @Test(
    "an address stands in short, and may go on in another line",
    arguments: [
      (
        "https://arxiv.org/abs/1211.5063",
        "<a href=\"https://arxiv.org/abs/1211.5063\">arXiv:1211.5063</a>"
      ),
      (
        "https://www.a.org/b/c.html",
        "<a class=\"address\" href=\"https://www.a.org/b/c.html\">a.org/<wbr>b/<wbr>c.html</a>"
      ),
    ])
  func addressOfAWork(_ url: String, _ expected: String) throws {
    let measured = [try sample("Said [@he].")]
    var course = course(measured)
    var work = Work(id: "he")
    work.authors = [Work.Author(family: "He", given: "")]
    work.title = "Why deep?"
    work.year = "2015"
    work.url = url
    course.works = [work]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains("<li id=\"cite-he\">He. <cite>Why deep?</cite> 2015. \(expected)</li>"))
  }

  @Test func punctuationStaysWithTheFormulaBeforeIt() throws {
    let page = try page("Take $x=1$, or $y$ and ($z$). $$w$$.")
    #expect(page.matches(of: /<span class="kept"><span class="katex">/).count == 2)
    #expect(page.contains("</span>,</span> or <span class=\"katex\">"))
    #expect(page.contains("</span>).</span> "))
    #expect(page.matches(of: /<\/span><wbr><span class="base">/).count == 1)
  }

  @Test func aTableOfManyColumnsNamesThemAtEachPlace() throws {
    let page = try page(
      """
      | a | `b` | c | d < |
      |---|--:|---|---|
      | 1 | 2 | 3 | 4 |

      | a | b | c |
      |---|---|---|
      | 1 | 2 | 3 |
      """)
    #expect(
      page.contains(
        """
        <tr><td>1</td><td data-column="b" style="text-align: right">2</td>\
        <td data-column="c">3</td><td data-column="d &lt;">4</td></tr>
        """))
    #expect(page.matches(of: /class="scroll prose stacked"/).count == 1)
    #expect(page.contains("<tr><td>1</td><td>2</td><td>3</td></tr>"))
  }

  @Test func linksAndPicturesNeedTheirTargetsAndFilesComeAlong() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
    try Data([1, 2, 0xFF]).write(to: folder.appending(path: "pictures/a b.png"))
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

  @Test func aPageBesideTheLessonsHasNoNumberAndNoNeighbours() throws {
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

  @Test func aPageHasOneTitleAndSaysWhatMadeIt() throws {
    let page = try page("Words.", [.end(engine: "OpenBLAS 0.3")])
    #expect(page.ranges(of: "<h1").count == 1)
    #expect(page.contains("<h1>Title of 01-one</h1>"))
    #expect(page.contains("Swift 6 · OpenBLAS 0.3 · seed 1 · <code>./gradus build</code>"))
  }

  @Test func noPageAsksForAnythingOutsideTheSite() throws {
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
