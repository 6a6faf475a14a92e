import Foundation
import SiteWalking
import Testing

/// A build of one lesson leaves the pages of others as they stand, with all that they need.
@Suite struct StandingPageTests {
  static let formula = lesson("A loss $\\mathcal{L}$.")
  /// What may have become of the only lesson with formulas, of which nothing is made.
  static let states: [(name: String, text: String?)] = [
    ("wrong front matter", "---\ntitel: T\n---\nWords.\n"),
    ("a wrong formula", lesson("A loss $\\frac{$.")),
    ("a cell that does not compile", lesson("```{swift}\nlet a: Int = x\n```")),
    ("a wrong reference", lesson("See [](fig:none).")),
    ("no part of the course", nil),
    ("another formula", lesson("A set $\\mathbb{R}$.")),
    ("no formula", lesson("Words.")),
  ]

  @Test(arguments: states)
  func keepsTheTypefacesThatItNeeds(name: String, text: String?) throws {
    let workshop = try Workshop([("one", lesson("Words.")), ("two", Self.formula)])
    #expect(try workshop.run("build").exitCode == 0)
    let before = try workshop.files(in: "output")
    let face = "fonts/KaTeX_Caligraphic-Regular.woff2"
    #expect(before[face] != nil)

    if let text {
      try workshop.write("lessons/two.md", text)
    } else {
      let yaml = try workshop.read("lessons/course.yml")
      try workshop.write("lessons/course.yml", yaml.replacing("  - two\n", with: ""))
    }
    try workshop.write("lessons/one.md", lesson("Other words."))
    _ = try workshop.shell("cp -a output fresh")
    #expect(try workshop.run("build", "one").exitCode == 0)
    let after = try workshop.files(in: "output")
    #expect(after["one.html"] != before["one.html"] && after["two.html"] == before["two.html"])
    #expect(after["style.css"] == before["style.css"] && after[face] == before[face])
    let walk = SiteWalk(after.mapValues { Array($0) })
    #expect(walk.problems.filter { !$0.hasPrefix("search/") } == [])

    // It is in the site, not in what is kept of the lesson.
    _ = try workshop.shell("rm -r lessons/.gradus/lessons")
    #expect(try workshop.run("build", "one", "--output", "fresh").exitCode == 0)
    #expect(try workshop.files(in: "fresh") == after)
  }

  @Test func theNextWholeBuildHasWhatItsOwnPagesNeed() throws {
    let workshop = try Workshop([("one", lesson("Words.")), ("two", Self.formula)])
    _ = try workshop.run("build")
    try workshop.write("lessons/two.md", lesson("Words."))
    _ = try workshop.run("build", "one")
    #expect(try workshop.read("output/style.css").contains("fonts/KaTeX"))
    #expect(try workshop.run("build").exitCode == 0)
    #expect(try !workshop.read("output/style.css").contains("fonts/KaTeX"))
    #expect(try workshop.files(in: "output").keys.allSatisfy { !$0.hasPrefix("fonts/") })
  }
}
