import Foundation
import SiteWalking
import Testing

/// A build of one lesson keeps the pages of other lessons, with all files that they use.
@Suite struct PartialBuildTests {
  static let formula = lesson("A loss $\\mathcal{L}$.")
  /// Changes of the only lesson with formulas, which is not rebuilt.
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
  func unchangedPagesKeepTheirFonts(name: String, text: String?) throws {
    let project = try TestProject([("one", lesson("Words.")), ("two", Self.formula)])
    #expect(try project.run("build").exitCode == 0)
    let before = try project.files(in: "output")
    let face = "fonts/KaTeX_Caligraphic-Regular.woff2"
    #expect(before[face] != nil)

    if let text {
      try project.write("lessons/two.md", text)
    } else {
      let yaml = try project.read("lessons/course.yml")
      try project.write("lessons/course.yml", yaml.replacing("  - two\n", with: ""))
    }
    try project.write("lessons/one.md", lesson("Other words."))
    _ = try project.shell("cp -a output fresh")
    #expect(try project.run("build", "one").exitCode == 0)
    let after = try project.files(in: "output")
    #expect(after["one.html"] != before["one.html"] && after["two.html"] == before["two.html"])
    #expect(after["style.css"] == before["style.css"] && after[face] == before[face])
    let walk = SiteWalk(after.mapValues { Array($0) })
    #expect(walk.problems.filter { !$0.hasPrefix("search/") } == [])

    // The fonts come from the site, not from the page cache.
    _ = try project.shell("rm -r lessons/.gradus/lessons")
    #expect(try project.run("build", "one", "--output", "fresh").exitCode == 0)
    #expect(try project.files(in: "fresh") == after)
  }

  @Test func theNextFullBuildRemovesUnusedFonts() throws {
    let project = try TestProject([("one", lesson("Words.")), ("two", Self.formula)])
    _ = try project.run("build")
    try project.write("lessons/two.md", lesson("Words."))
    _ = try project.run("build", "one")
    #expect(try project.read("output/style.css").contains("fonts/KaTeX"))
    #expect(try project.run("build").exitCode == 0)
    #expect(try !project.read("output/style.css").contains("fonts/KaTeX"))
    #expect(try project.files(in: "output").keys.allSatisfy { !$0.hasPrefix("fonts/") })
  }
}
