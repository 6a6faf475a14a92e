import Testing

@Suite struct DiffTests {
  /// A lesson whose cell computes, claims, prints and draws a number: the cell's fence is on line 5,
  /// the claim on line 7, the figure on line 9 and the inline value on line 11.
  static func text(_ left: String, atMost bound: String = "0.3", prose: String = "") -> String {
    lesson(
      """
      \(prose)```{swift}
      let left = \(left) * 1.0
      claim("little", left, atMost: \(bound))
      print("left", left)
      figure("f", alt: "a") { LineMark(x: 0, y: left, series: "s") }
      ```
      `{swift} left` is [little](claim:little), see [](fig:f).
      """)
  }

  private func project() throws -> TestProject {
    try TestProject([("one", Self.text("0.25")), ("two", lesson("Words."))])
  }

  @Test func withoutAPublishedBuildThereIsNothingToCompare() throws {
    let project = try project()
    #expect(
      try project.run("diff")
        == TestProject.Run(
          exitCode: 0, output: "",
          errors: "nothing to compare: no build has been published yet\n"))
    _ = try project.run("check")
    #expect(
      try project.run("diff").errors
        == "nothing to compare: no build has been published yet\n")
  }

  @Test func aMissingCourseIsAnError() throws {
    let run = try project().run("diff", "--course", "nowhere")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func oneBuildWithoutNewResultsLeavesNothingToCompare() throws {
    let project = try project()
    _ = try project.run("build")
    try project.write("lessons/one.md", Self.text("0.25", prose: "Prose.\n\n"))
    #expect(try project.run("check").exitCode == 0)
    #expect(
      try project.run("diff", "--json")
        == TestProject.Run(
          exitCode: 0, output: "",
          errors: "nothing to compare: only one published build, and no new results since\n"))
  }

  @Test func aFailedBuildIsComparedWithThePublishedOne() throws {
    let project = try project()
    _ = try project.run("build")
    try project.write("lessons/one.md", Self.text("0.5"))
    let build = try project.run("build")
    #expect(build.exitCode == 1)
    #expect(
      build.errors.contains(
        """
        lessons/one.md:7: error: the claim 'little' fails: measured 0.5, demanded at most 0.3; \
        since the last published build 0.25 → 0.5 (+0.25, +100%)
        help: line 11 says: little

        """))
    let list = """
      the newest build or check, compared with the last published build

      lessons/one.md
           7  claim 'little' fails: 0.25 → 0.5 (+0.25, +100%)
              demanded at most 0.3
          11  `left`: 0.25 → 0.5 (+0.25, +100%)
           9  figure 'f': 's' at x = 0: 0.25 → 0.5 (+0.25, +100%)
           5  output, line 1
              was: left 0.25
              now: left 0.5

      1 lesson differs, 1 does not: 1 claim fails, 1 value moved, 1 figure differs, 1 output differs

      """
    #expect(
      try project.run("diff") == TestProject.Run(exitCode: 0, output: list, errors: ""))
    try project.write("lessons/one.md", Self.text("0.75"))
    #expect(
      try project.run("diff").output
        == list.replacing(#/(?m)^ +\d+  /#, with: "        "),
      "a lesson that has changed since then has no line numbers")
  }

  @Test func otherwiseTheLastTwoPublishedBuildsAreCompared() throws {
    let project = try project()
    _ = try project.run("build")
    try project.write("lessons/one.md", Self.text("0.5", atMost: "0.55", prose: "Prose.\n\n"))
    #expect(try project.run("build").exitCode == 0)
    #expect(
      try project.run("diff").output.hasPrefix(
        """
        the last published build, compared with the one before it

        lessons/one.md
             9  claim 'little' is near its bound: 0.25 → 0.5 (+0.25, +100%)
                demanded at most 0.55, before at most 0.3; 9.1% of the bound is left
            13  `left`: 0.25 → 0.5 (+0.25, +100%)

        """))
  }

  @Test func jsonHasAnObjectForEachDifference() throws {
    let project = try project()
    _ = try project.run("build")
    try project.write("lessons/one.md", Self.text("0.5"))
    _ = try project.run("check")
    let run = try project.run("diff", "--json")
    #expect(
      run.output == #"""
        {"absolute":0.25,"change":"fails","demanded":"at most 0.3","file":"lessons/one.md","from":0.25,"kind":"claim","left":-0.6666666666666667,"line":7,"name":"little","relative":1,"to":0.5}
        {"absolute":0.25,"change":"moved","file":"lessons/one.md","from":"0.25","kind":"value","line":11,"name":"left","relative":1,"to":"0.5"}
        {"absolute":0.25,"at":{"x":"0"},"change":"differs","count":1,"file":"lessons/one.md","from":0.25,"kind":"figure","line":9,"name":"f","relative":1,"series":"s","to":0.5}
        {"change":"differs","file":"lessons/one.md","from":"left 0.25","kind":"output","line":5,"textLine":1,"to":"left 0.5"}

        """#)
  }
}
