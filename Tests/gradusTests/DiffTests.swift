import Testing

@Suite struct DiffTests {
  /// A lesson whose cell measures a number, claims, prints and draws it: the cell's fence is line 5,
  /// the claim's call line 7, the figure's line 9 and the value's line 11.
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

  private func workshop() throws -> Workshop {
    try Workshop([("one", Self.text("0.25")), ("two", lesson("Words."))])
  }

  @Test func withoutAPublishedBuildThereIsNothingToCompare() throws {
    let workshop = try workshop()
    #expect(
      try workshop.run("diff")
        == Workshop.Run(
          exitCode: 0, output: "",
          errors: "nothing to compare: no published build is remembered yet\n"))
    _ = try workshop.run("check")
    #expect(
      try workshop.run("diff").errors
        == "nothing to compare: no published build is remembered yet\n")
  }

  @Test func aCourseIsNeededWhereNothingIsRemembered() throws {
    let run = try workshop().run("diff", "--course", "nowhere")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func afterOneBuildAndNoChangeOfResultsThereIsNothingToCompare() throws {
    let workshop = try workshop()
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", Self.text("0.25", prose: "Prose.\n\n"))
    #expect(try workshop.run("check").exitCode == 0)
    #expect(
      try workshop.run("diff", "--json")
        == Workshop.Run(
          exitCode: 0, output: "",
          errors: "nothing to compare: one build has published, and nothing was measured since\n"))
  }

  @Test func aBuildThatFailsOnAClaimIsHeldAgainstThePublishedOne() throws {
    let workshop = try workshop()
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", Self.text("0.5"))
    let build = try workshop.run("build")
    #expect(build.exitCode == 1)
    #expect(
      build.errors.contains(
        """
        lessons/one.md:7: error: the claim 'little' fails: measured 0.5, demanded at most 0.3; \
        since the last published build 0.25 → 0.5 (+0.25, +100%)
        help: line 11 says: little

        """))
    let list = """
      the newest build or check, against the last published build

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
      try workshop.run("diff") == Workshop.Run(exitCode: 0, output: list, errors: ""))
    try workshop.write("lessons/one.md", Self.text("0.75"))
    #expect(
      try workshop.run("diff").output
        == list.replacing(#/(?m)^ +\d+  /#, with: "        "),
      "a lesson that has changed since has no lines")
  }

  @Test func withNothingSinceTheLastTwoPublishedBuildsAreCompared() throws {
    let workshop = try workshop()
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", Self.text("0.5", atMost: "0.55", prose: "Prose.\n\n"))
    #expect(try workshop.run("build").exitCode == 0)
    #expect(
      try workshop.run("diff").output.hasPrefix(
        """
        the last published build, against the one published before it

        lessons/one.md
             9  claim 'little' is near its bound: 0.25 → 0.5 (+0.25, +100%)
                demanded at most 0.55, before at most 0.3; 9.1% of the bound away from it
            13  `left`: 0.25 → 0.5 (+0.25, +100%)

        """))
  }

  @Test func otherProgramsGetAnObjectForEachDifference() throws {
    let workshop = try workshop()
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", Self.text("0.5"))
    _ = try workshop.run("check")
    let run = try workshop.run("diff", "--json")
    #expect(
      run.output == #"""
        {"absolute":0.25,"change":"fails","demanded":"at most 0.3","file":"lessons/one.md","from":0.25,"kind":"claim","left":-0.6666666666666667,"line":7,"name":"little","relative":1,"to":0.5}
        {"absolute":0.25,"change":"moved","file":"lessons/one.md","from":"0.25","kind":"value","line":11,"name":"left","relative":1,"to":"0.5"}
        {"absolute":0.25,"at":{"x":"0"},"change":"differs","count":1,"file":"lessons/one.md","from":0.25,"kind":"figure","line":9,"name":"f","relative":1,"series":"s","to":0.5}
        {"change":"differs","file":"lessons/one.md","from":"left 0.25","kind":"output","line":5,"textLine":1,"to":"left 0.5"}

        """#)
  }
}
