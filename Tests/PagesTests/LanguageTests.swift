import Charts
import Lessons
import Pages
import Records
import SiteWalking
import Testing

/// All text of a page is marked with its language: the author's with the course's, the interface's
/// with its own.
@Suite struct LanguageTests {
  /// A lesson that uses all phrases of the interface; each of the author's words has an `ü`.
  private let body = """
    ## Wörtü $\\sigma'$

    Aü.[^n] Said-ü [@glorot2010]. [Einsü](claim:one), [etwasü](claim:some). Sieheü [](fig:f),
    [](tbl:t), [](eq:e), [](lesson:01-one), [](fig:s). ü `{swift} x`

    ## Mehrü

    ```{swift}
    //| echo: fold
    let x = 1
    ```

    $$ a $$ {#eq:e}

    | aü |
    |----|
    | bü |

    \(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "MISCONCEPTION", "KEYPOINTS"]
      .map { "> [!\($0)]\n> Wörtü.\n\n" }.joined())
    > [!PREDICT]
    > Wieü?
    >
    > ---
    > Soü.

    > [!EXERCISE] Esü
    > Tuü.
    > > [!HINT] Titelü
    > > Hinweisü.
    >
    > > [!SOLUTION]
    > > Lösungü.

    [^n]: Notizü.
    """

  private func site(_ language: String) throws -> (Site, SiteWalk) {
    let place = CellPlace(cell: 0, line: 0)
    var lesson = try sample(
      body,
      [
        .output(cell: 0, text: "printed"), figure("f"), claim("one", 1.2),
        sweep("s", over: [.number(1), .number(2)], frames: (0, "Aü."), (1, "Bü.")),
        table("t", columns: ["werü", "obü"], rows: [[.text("Erü"), .truth(true)]]),
        .claim(
          Claim(
            name: "some", measured: .truths([true]), demand: .holds(words: "es giltü"), place: place
          )),
        .failure(CellFailure(cell: 0, messages: [])), .end(engine: "OpenBLAS"),
      ])
    lesson.sources = LessonSources(
      markdown: [], programs: [LessonSources.Program(session: "", source: "")])
    var course = course([lesson])
    course.language = language
    course.title = "Kursü"
    course.parts[0].title = "Teilü"
    course.works = ["glorot2010"].map {
      var work = CitedWork(id: $0)
      work.authors = [
        CitedWork.Author(family: "A", given: ""), CitedWork.Author(family: "B", given: ""),
      ]
      work.title = "Titelü"
      return work
    }
    let site = Site(course, [lesson], typesetter: typesetter, compiler: "Swift 6")
    return (site, SiteWalk(site.contentsWithReference))
  }

  /// Whether a text has no language, such as numbers, signs and code, or is part of all samples.
  private func isNeutral(_ text: PageMarkup.Text) -> Bool {
    let around = text.element.ancestors + [text.element.name]
    let neutral: Set = [
      "pre", "code", "samp", "math", "script", "style", "title", "svg", "sup", "table", "legend",
    ]
    let samples = ["Gradus", "Title of 01-one", "Words.", "Found", "Seen."]
    return !neutral.isDisjoint(with: around) || !text.text.contains(/\p{Alphabetic}{2}/)
      || samples.contains { text.text.trimmingPrefix(" ").hasPrefix($0) }
  }

  @Test(arguments: ["de", "fa"])
  func allTextIsMarkedWithItsLanguage(_ language: String) throws {
    let (site, walk) = try site(language)
    #expect(walk.problems == [])
    for path in ["index.html", "01-one.html", "404.html"] {
      let page = try #require(walk.pages[path])
      for text in page.texts where text.text.contains("ü") && !["title"].contains(text.element.name)
      {
        #expect(text.element.lang == language, "\(path): \(text.text)")
      }
      for text in page.texts where !text.text.contains("ü") && !isNeutral(text) {
        #expect(text.element.lang == "en", "\(path): \(text.text)")
      }
      for element in page.elements {
        if let label = element.attributes["aria-label"], !label.contains("01-one") {
          #expect(element.lang == "en", "\(path): \(label)")
        }
      }
      #expect(page.elements.first?.attributes["lang"] == language)
    }
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    for phrase in ["On this page", "Key points", "Show the answer", "Works cited", "Figure 1.1"] {
      #expect(page.contains(phrase))
    }
  }

  @Test func aTranslatedInterfaceNeedsNoMarks() throws {
    let (site, _) = try site("en-GB")
    for file in site.files where file.path.hasSuffix(".html") {
      #expect(file.text.matches(of: /\ lang="/).count == 1, "\(file.path)")
      #expect(!file.text.contains(" dir=") && !file.text.contains("<bdi>"))
    }
  }

  @Test(arguments: [
    ("ar", true), ("he", true), ("fa", true), ("ur", true), ("fa-IR", true), ("az-Arab", true),
    ("az", false), ("ar-Latn", false), ("de", false), ("en", false), ("zh-Hans", false),
  ])
  func aPageHasTheDirectionOfItsLanguage(_ language: String, _ isRightToLeft: Bool) throws {
    let (site, _) = try site(language)
    let tag = "<html lang=\"\(language)\"\(isRightToLeft ? " dir=\"rtl\"" : "")>"
    for file in site.files where file.path.hasSuffix(".html") {
      #expect(file.text.contains(tag), "\(file.path)")
    }
  }

  /// Otherwise signs between digits would change sides.
  @Test func numbersAreIsolatedOnRightToLeftPages() throws {
    let measured = [
      try sample(
        "`{swift} x` [a](claim:one)", [.value(index: 0, text: "9.5 × 10⁻⁷"), claim("one", 1)])
    ]
    var course = course(measured)
    course.language = "he"
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(page.contains("<span class=\"value\"><bdi>9.5 × 10<sup>−7</sup></bdi></span>"))
    #expect(page.contains("lang=\"en\" dir=\"ltr\">measured <bdi>1</bdi>, demanded <bdi>"))
  }

  @Test func scriptsMarkTheirText() throws {
    let (site, _) = try site("fa")
    let script = try #require(site.files.first { $0.path == "script.js" }).text
    #expect(script.contains("const speech = {\"dir\":\"ltr\",\"lang\":\"en\"};"))
  }
}
