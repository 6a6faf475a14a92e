import Foundation
import Testing

/// Pages as browsers show them; `Browser/check.py` says what is looked at.
@Suite(.serialized) struct BrowserTests {
  /// The sample course, in which everything occurs that a lesson can have.
  private func sample() throws -> Workshop {
    let workshop = try Workshop([])
    let lessons = workshop.folder.appending(path: "lessons")
    try FileManager.default.removeItem(at: lessons)
    let sample = try #require(Bundle.module.url(forResource: "SampleCourse", withExtension: nil))
    try FileManager.default.copyItem(at: sample, to: lessons)
    let run = try workshop.run("build")
    #expect(run.exitCode == 0 && !run.errors.contains("warning"), "\(run.errors)")
    return workshop
  }

  /// What is wrong with some pages of a site, a line each; without names, with all of them.
  private func problems(of site: URL, _ pages: [String] = []) throws -> [String] {
    try BrowserScript.problems("check.py", [site.path] + pages)
  }

  @Test func everyPageOfTheSampleCourseIsSound() throws {
    let workshop = try sample()
    let problems = try problems(of: workshop.folder.appending(path: "output"))
    #expect(problems == [])
  }

  @Test func everyPageOfTheCourseIsSound() throws {
    let workshop = try Workshop([])
    // A cache of its own leaves alone what the author's last build left.
    let (course, cache) = (BrowserScript.root.appending(path: "lessons"), ".build-tests/course")
    let run = try workshop.run(
      "build", "--course", course.path, "--cache", BrowserScript.root.appending(path: cache).path)
    #expect(run.exitCode == 0, "\(run.errors)")
    let problems = try problems(of: workshop.folder.appending(path: "output"))
    #expect(problems == [])
  }

  @Test func everyMarkAndScaleOfTheGalleryIsSound() throws {
    let workshop = try Workshop([])
    let gallery = BrowserScript.root.appending(path: "Tests/DrawingTests/gallery").path
    let run = try workshop.run("build", "--course", gallery, "--cache", "cache")
    #expect(run.exitCode == 0, "\(run.errors)")
    let problems = try problems(of: workshop.folder.appending(path: "output"))
    #expect(problems == [])
  }

  /// A lesson in Persian, with all that has a side.
  private static let persian = """
    ---
    title: شیب
    description: شیب کم می‌شود.
    objectives: [شیب را بشناسید]
    ---
    شیب در لایهٔ اول `x = 1` کوچک است، و `{swift} 9.5e-7` مانده؛ [کمتر از یک](claim:least)، و $a < b$.[^n]

    ## نخست $\\sigma'$

    - نخست
    - دوم با [کمتر از یک](claim:least)

    1. یک

    > نقل قول

    ```{swift}
    let least = 0.5
    print("printed", least)
    claim("least", least, atMost: 1)
    figure("fall", alt: "شیب کم می‌شود.") { LineMark(x: 0, y: 1); LineMark(x: 1, y: least) }
      .xAxis("لایه").caption("شیب")
    table("t", columns: "لایه", "شیب") { Row("یک", 9.5e-7) }
    ```

    ## دوم

    | ستون | دوم | سوم | چهارم |
    |---|---|---|---|
    | نخست | [کمتر از یک](claim:least) | ۳ | ۴ |

    $$ a = b $$ {#eq:one}

    > [!EXERCISE] تمرین
    > بنویسید.
    > > [!HINT]
    > > راهنما.

    [^n]: یادداشت.
    """

  @Test func aPageFromRightToLeftIsSound() throws {
    let names = ["01-one", "02-two", "03-three"]
    let workshop = try Workshop(
      names.map { ($0, Self.persian) },
      yaml: """
        title: شیب
        description: شیب کم می‌شود.
        language: fa
        lessons: [\(names.joined(separator: ", "))]

        """)
    let run = try workshop.run("build")
    #expect(
      run.errors.hasPrefix(
        """
        lessons/course.yml:3: warning: the interface has no words in 'fa'
        help: it has words in en; here it speaks English

        """))
    #expect(run.exitCode == 0)
    let pages = ["02-two.html", "index.html", "404.html", "reference.html"]
    let problems = try problems(of: workshop.folder.appending(path: "output"), pages)
    #expect(problems == [])
  }

  /// Ways to break a page, the part that has to notice and what it says.
  static let breakages: [(part: String, says: String, what: String, with: String)] = [
    ("validity", "validity", "<main id=\"text\"", "<div><main id=\"text\""),
    ("layout", "sideways", "<article>", "<article><p style=\"width: 400px\">wide</p>"),
    (
      "layout", "sideways: 320 px, 200%", "</head>",
      style("* { overflow-wrap: normal !important }")
    ),
    ("layout", "shift", "</body>", late),
    ("layout", "small", "</head>", style("svg.chart.narrow text { font-size: 9px !important }")),
    ("layout", "faint", "</head>", style("svg { --s1: #bbb !important; --s2: #444 !important }")),
    ("layout", "faint", "</head>", style("svg.chart text { fill: #999 !important }")),
    ("layout", "console", "</body>", "<script>nobody()</script></body>"),
    ("layout", "outside", "</body>", "<img alt=\"\" src=\"https://example.org/x.png\"></body>"),
    (
      "accessibility", "axe", "<div class=\"body\">",
      "<div class=\"body\"><p style=\"color: #aaa\">faint</p>"
    ),
    ("accessibility", "axe", "<html lang=\"en\">", "<html>"),
    ("plain", "plain: not seen", "</article>", "<p style=\"display: none\">late</p></article>"),
    ("plain", "plain: does nothing", "</article>", "<button>dead</button></article>"),
    ("plain", "plain: 4 frames", "</head>", style(".frame { display: block !important }")),
    (
      "paper", "print: folded", "</head>",
      style("details > :not(summary) { display: none !important }")
    ),
    ("paper", "print: bare", "</head>", style("a::after { content: none !important }")),
    ("paper", "print: navigation", "</head>", style("nav { display: block !important }")),
    ("paper", "print: split", "</head>", style("* { break-inside: auto !important }")),
    ("paper", "print: waiting", "</head>", style("html:not(.set) .body { visibility: hidden }")),
    (
      "keyboard", "keyboard: the first stop", "<a class=\"skip\"",
      "<a href=\"#x\">x</a><a class=\"skip\""
    ),
    ("keyboard", "keyboard: the skip link does", "<main id=\"text\" tabindex=\"-1\">", "<main>"),
    ("keyboard", "keyboard: the slider goes", "class=\"slider\"", "class=\"slider\" hidden inert"),
    ("keyboard", "keyboard: a folded", "</head>", style("summary { outline: none !important }")),
    ("search", "search: / does not open", "</head>", deaf(to: "/")),
    ("search", "search: Escape does not", "</head>", deaf(to: "Escape")),
    ("claims", "claims: 1440 px, 100%: Escape leaves", "</head>", deaf(to: "Escape")),
    (
      "claims", "claims: 360 px, 100%: what was measured is not seen whole", "</head>",
      style(".scroll { position: relative !important }")
    ),
    (
      "claims", "claims: 1440 px, 100%: there is a gap", "</head>",
      style(".measured::before { display: none !important }")
    ),
    (
      "claims", "claims: what was measured is heard", "aria-hidden=\"true\" id=\"measured-",
      "id=\"measured-"
    ),
    (
      "claims", "claims: 320 px, 200%: the page runs sideways", "</head>",
      style(".measured { width: 30rem !important; max-width: none !important }")
    ),
    (
      "plain", "plain: what was measured is not seen", "</head>",
      style(".measured { visibility: hidden !important }")
    ),
    (
      "direction", "direction: 360 px: not from left to right", "<html lang=\"en\">",
      "<html lang=\"en\" dir=\"rtl\"><style>pre { direction: rtl !important }</style>"
    ),
    (
      "direction", "direction: 1440 px: the marks of a list", "<html lang=\"en\">",
      "<html lang=\"en\" dir=\"rtl\"><style>ul { padding: 0 0 0 2rem !important }</style>"
    ),
    ("marks", "marks: a value is announced", "<article>", "<article aria-live=\"polite\">"),
    ("marks", "marks: a drawing has 0 tab stops", "class=\"marks\"", "class=\"values\""),
    ("marks", "marks: ArrowRight tells", "</head>", deaf(to: "ArrowRight")),
    ("marks", "marks: Escape does not", "</head>", deaf(to: "Escape")),
    ("marks", "marks: pointing at", "</head>", style("svg { pointer-events: none }")),
    ("marks", "marks: touching", "</head>", style("svg { pointer-events: none }")),
  ]

  /// A page on which a key does nothing.
  private static func deaf(to key: String) -> String {
    let listener = "event => event.key === '\(key)' && event.stopPropagation()"
    return "<script>addEventListener('keydown', \(listener), true)</script></head>"
  }

  private static func style(_ rules: String) -> String { "<style>\(rules)</style></head>" }

  private static let late = """
    <script>setTimeout(() => document.querySelector('h1').style.marginTop = '90px', 60)</script></body>
    """

  @Test func everyCheckNoticesAPageThatIsBroken() throws {
    let workshop = try sample()
    let page = try workshop.read("output/01-everything.html")
    let names = Self.breakages.indices.map { "broken-\($0).html" }
    for (name, breakage) in zip(names, Self.breakages) {
      #expect(page.contains(breakage.what), "\(breakage.what)")
      try workshop.write("output/\(name)", page.replacing(breakage.what, with: breakage.with))
    }
    let problems = try problems(
      of: workshop.folder.appending(path: "output"),
      zip(names, Self.breakages).map { "\($0)=\($1.part)" })
    for (name, breakage) in zip(names, Self.breakages) {
      let own = problems.filter { $0.hasPrefix("\(name): ") }
      #expect(own.contains { $0.hasPrefix("\(name): \(breakage.says)") }, "\(breakage): \(own)")
    }
  }
}
