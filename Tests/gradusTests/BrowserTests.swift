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
    #expect(try problems(of: workshop.folder.appending(path: "output")) == [])
  }

  /// It takes minutes, so it has to be asked for: `GRADUS_BROWSE=course ./gradus test`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["GRADUS_BROWSE"] == "course"))
  func everyPageOfTheCourseIsSound() throws {
    let workshop = try Workshop([])
    // A cache of its own leaves alone what the author's last build left.
    let (course, cache) = (BrowserScript.root.appending(path: "lessons"), ".build-tests/course")
    let run = try workshop.run(
      "build", "--course", course.path, "--cache", BrowserScript.root.appending(path: cache).path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try problems(of: workshop.folder.appending(path: "output")) == [])
  }

  /// Ways to break a page, the part that has to notice and what it says.
  static let breakages: [(part: String, says: String, what: String, with: String)] = [
    ("validity", "validity", "<main id=\"text\"", "<div><main id=\"text\""),
    ("layout", "sideways", "<article>", "<article><p style=\"width: 400px\">wide</p>"),
    ("layout", "shift", "</body>", late),
    ("layout", "small", "</head>", style("svg.chart.narrow text { font-size: 9px !important }")),
    ("layout", "faint", "</head>", style("svg { --s1: #bbb !important; --s2: #444 !important }")),
    ("layout", "console", "</body>", "<script>nobody()</script></body>"),
    ("layout", "outside", "</body>", "<img alt=\"\" src=\"https://example.org/x.png\"></body>"),
    (
      "accessibility", "axe", "<div class=\"body\">",
      "<div class=\"body\"><p style=\"color: #aaa\">faint</p>"
    ),
    ("accessibility", "axe", "<html lang=\"en\">", "<html>"),
    ("reading", "plain: not seen", "</article>", "<p style=\"display: none\">late</p></article>"),
    ("reading", "plain: does nothing", "</article>", "<button>dead</button></article>"),
    ("reading", "plain: 4 frames", "</head>", style(".frame { display: block !important }")),
    (
      "reading", "print: folded", "</head>",
      style("details > :not(summary) { display: none !important }")
    ),
    ("reading", "print: bare", "</head>", style("a::after { content: none !important }")),
    ("reading", "print: navigation", "</head>", style("nav { display: block !important }")),
    ("reading", "print: split", "</head>", style("* { break-inside: auto !important }")),
    (
      "keyboard", "keyboard: the first stop", "<a class=\"skip\"",
      "<a href=\"#x\">x</a><a class=\"skip\""
    ),
    ("keyboard", "keyboard: the skip link does", "<main id=\"text\" tabindex=\"-1\">", "<main>"),
    ("keyboard", "keyboard: / does not open", "<div class=\"tools\">", "<div>"),
    ("keyboard", "keyboard: the slider goes", "class=\"slider\"", "class=\"slider\" hidden inert"),
    ("keyboard", "keyboard: a value is", "<article>", "<article aria-live=\"polite\">"),
    ("keyboard", "keyboard: a folded", "</head>", style("summary { outline: none !important }")),
  ]

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
