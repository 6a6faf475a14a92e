import Foundation
import Testing

/// Checks pages in a browser, as described in `Browser/check.py`.
@Suite(.serialized) struct BrowserTests {
  /// Builds the sample course, which uses every element that a lesson can have.
  private func sample() throws -> TestProject {
    let project = try TestProject([])
    let lessons = project.folder.appending(path: "lessons")
    try FileManager.default.removeItem(at: lessons)
    let sample = try #require(Bundle.module.url(forResource: "SampleCourse", withExtension: nil))
    try FileManager.default.copyItem(at: sample, to: lessons)
    let run = try project.run("build")
    #expect(run.exitCode == 0 && !run.errors.contains("warning"), "\(run.errors)")
    return project
  }

  /// The problems of some pages of a site, or of all pages if none is named, one per line.
  private func problems(of site: URL, _ pages: [String] = []) throws -> [String] {
    try BrowserScript.problems("check.py", [site.path] + pages)
  }

  @Test func everyPageOfTheSampleCoursePassesAllChecks() throws {
    let project = try sample()
    let problems = try problems(of: project.folder.appending(path: "output"))
    #expect(problems == [])
  }

  @Test func everyPageOfTheCoursePassesAllChecks() throws {
    let project = try TestProject([])
    // A separate cache, so that the author's own build history does not change.
    let (course, cache) = (BrowserScript.root.appending(path: "lessons"), ".build-tests/course")
    let run = try project.run(
      "build", "--course", course.path, "--cache", BrowserScript.root.appending(path: cache).path)
    #expect(run.exitCode == 0, "\(run.errors)")
    let problems = try problems(of: project.folder.appending(path: "output"))
    #expect(problems == [])
  }

  @Test func everyMarkAndScaleOfTheGalleryPassesAllChecks() throws {
    let project = try TestProject([])
    let gallery = BrowserScript.root.appending(path: "Tests/DrawingTests/gallery").path
    let run = try project.run("build", "--course", gallery, "--cache", "cache")
    #expect(run.exitCode == 0, "\(run.errors)")
    let problems = try problems(of: project.folder.appending(path: "output"))
    #expect(problems == [])
  }

  /// A lesson in Persian with every element whose layout depends on the direction.
  private static func persian(_ title: String) -> String {
    """
    ---
    title: \(title)
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
  }

  @Test func aRightToLeftPagePassesAllChecks() throws {
    let names = ["01-one", "02-two", "03-three"]
    let project = try TestProject(
      zip(names, ["شیب", "زنجیره", "ژرفا"]).map { ($0, Self.persian($1)) },
      yaml: """
        title: شیب
        description: شیب کم می‌شود.
        language: fa
        lessons: [\(names.joined(separator: ", "))]

        """)
    let run = try project.run("build")
    #expect(
      run.errors.hasPrefix(
        """
        lessons/course.yml:3: warning: the interface is not translated into 'fa'
        help: it is available in en; English is used

        """))
    #expect(run.exitCode == 0)
    let pages = ["02-two.html", "index.html", "404.html", "reference.html"]
    let problems = try problems(of: project.folder.appending(path: "output"), pages)
    #expect(problems == [])
  }

  /// Ways to break a page, with the part that must detect each one and the problem it prints.
  static let breakages: [(part: String, problem: String, what: String, with: String)] = [
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
    ("plain", "plain: not visible", "</article>", "<p style=\"display: none\">late</p></article>"),
    ("plain", "plain: does nothing", "</article>", "<button>dead</button></article>"),
    ("plain", "plain: 4 frames", "</head>", style(".frame { display: block !important }")),
    (
      "paper", "print: collapsed", "</head>",
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
    ("keyboard", "keyboard: the slider moves", "class=\"slider\"", "class=\"slider\" hidden inert"),
    ("keyboard", "keyboard: a collapsed", "</head>", style("summary { outline: none !important }")),
    ("search", "search: / does not open", "</head>", ignoring("/")),
    ("search", "search: Escape does not", "</head>", ignoring("Escape")),
    ("claims", "claims: 1440 px, 100%: Escape does not hide", "</head>", ignoring("Escape")),
    (
      "claims", "claims: 360 px, 100%: the measurement is cut off", "</head>",
      style(".scroll { position: relative !important }")
    ),
    (
      "claims", "claims: 1440 px, 100%: a gap", "</head>",
      style(".measured::before { display: none !important }")
    ),
    (
      "claims", "claims: the measurement is announced", "aria-hidden=\"true\" id=\"measured-",
      "id=\"measured-"
    ),
    (
      "claims", "claims: 320 px, 200%: the measurement is cut off", "</head>",
      style(".measured { width: 30rem !important; max-width: none !important }")
    ),
    (
      "plain", "plain: the measurement is not visible", "</head>",
      style(".measured { visibility: hidden !important }")
    ),
    (
      "direction", "direction: 360 px: not from left to right", "<html lang=\"en\">",
      "<html lang=\"en\" dir=\"rtl\"><style>pre { direction: rtl !important }</style>"
    ),
    (
      "direction", "direction: 1440 px: list markers", "<html lang=\"en\">",
      "<html lang=\"en\" dir=\"rtl\"><style>ul { padding: 0 0 0 2rem !important }</style>"
    ),
    ("marks", "marks: a value is announced", "<article>", "<article aria-live=\"polite\">"),
    ("marks", "marks: a chart has 0 tab stops", "class=\"marks\"", "class=\"values\""),
    ("marks", "marks: ArrowRight announces", "</head>", ignoring("ArrowRight")),
    ("marks", "marks: Escape does not", "</head>", ignoring("Escape")),
    ("marks", "marks: pointing at", "</head>", style("svg { pointer-events: none }")),
    ("marks", "marks: touching", "</head>", style("svg { pointer-events: none }")),
  ]

  /// A script that makes a page ignore a key.
  private static func ignoring(_ key: String) -> String {
    let listener = "event => event.key === '\(key)' && event.stopPropagation()"
    return "<script>addEventListener('keydown', \(listener), true)</script></head>"
  }

  private static func style(_ rules: String) -> String { "<style>\(rules)</style></head>" }

  private static let late = """
    <script>setTimeout(() => document.querySelector('h1').style.marginTop = '90px', 60)</script></body>
    """

  @Test func everyCheckDetectsABrokenPage() throws {
    let project = try sample()
    let page = try project.read("output/01-everything.html")
    let names = Self.breakages.indices.map { "broken-\($0).html" }
    for (name, breakage) in zip(names, Self.breakages) {
      #expect(page.contains(breakage.what), "\(breakage.what)")
      try project.write("output/\(name)", page.replacing(breakage.what, with: breakage.with))
    }
    let problems = try problems(
      of: project.folder.appending(path: "output"),
      zip(names, Self.breakages).map { "\($0)=\($1.part)" })
    for (name, breakage) in zip(names, Self.breakages) {
      let own = problems.filter { $0.hasPrefix("\(name): ") }
      #expect(own.contains { $0.hasPrefix("\(name): \(breakage.problem)") }, "\(breakage): \(own)")
    }
  }
}
