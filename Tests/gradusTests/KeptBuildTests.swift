import Foundation
import Testing

@Suite struct KeptBuildTests {
  static let cell = lesson("```{swift}\nlet a = 2\nprint(a)\n```\nIt is `{swift} a`.")

  @Test func whatDidNotChangeIsNotRunAgain() throws {
    let workshop = try Workshop([("one", Self.cell), ("two", BuildTests.good)])
    #expect(try workshop.run("build").summary == "ran 3")
    #expect(try workshop.run("check").summary.hasPrefix("reused 3, "))
    try workshop.write("lessons/one.md", Self.cell.replacing("It is", with: "Words\n\nIt is"))
    #expect(try workshop.run("build").summary.hasPrefix("reused 3, "))
    try workshop.write("lessons/one.md", Self.cell.replacing("a = 2", with: "a = 3"))
    #expect(try workshop.run("build").summary.hasPrefix("ran 1, reused 2, "))
    #expect(try workshop.run("build", "--cache", "elsewhere").summary == "ran 3")
  }

  @Test func aClaimThatFailsIsReportedAgainAndRunsNothing() throws {
    let wrong = BuildTests.good.replacing("atMost: 0.001", with: "atMost: 0.0001")
    let workshop = try Workshop([("one", wrong)])
    let first = try workshop.run("build")
    #expect(first.exitCode == 1 && first.errors.contains("one.md:9: error: the claim 'little'"))
    try workshop.write("lessons/one.md", wrong.replacing("---\n```", with: "---\nWords.\n\n```"))
    let again = try workshop.run("build")
    #expect(again.summary.hasPrefix("reused 2, "))
    #expect(again.errors.contains("one.md:11: error: the claim 'little'"))
  }

  @Test func jobsChangeNoByte() throws {
    let workshop = try Workshop([("one", BuildTests.good), ("two", Self.cell)])
    var sites: [[String: Data]] = []
    for jobs in ["1", "2", "8"] {
      #expect(
        try workshop.run("build", "--jobs", jobs, "--output", jobs, "--cache", "c\(jobs)").exitCode
          == 0)
      sites.append(try workshop.files(in: jobs))
    }
    #expect(sites[0] == sites[1] && sites[1] == sites[2])
  }

  @Test func whySaysWhatMadeASessionStale() throws {
    let workshop = try Workshop([("one", Self.cell), ("two", Self.cell)])
    #expect(
      try workshop.run("why").output == """
        stale: has never completed
          lessons/one.md
          lessons/two.md

        2 of 2 sessions would run

        """)
    _ = try workshop.run("build")
    try workshop.write("lessons/one.md", Self.cell.replacing("a = 2", with: "a = 3"))
    let told = try workshop.run("why").output.replacing(/\d+(?:\.\d)? s the/, with: "N s the")
    #expect(
      told == """
        stale: cell at lessons/one.md:5 changed
          lessons/one.md: N s the last time

        fresh:
          lessons/two.md: N s the last time

        1 of 2 sessions would run

        """)
    #expect(try workshop.run("why", "two").output.hasSuffix("0 of 1 sessions would run\n"))
  }

  @Test func whyNeedsACourse() throws {
    let run = try Workshop([]).run("why", "--course", "nowhere")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func otherKernelsRunEverything() throws {
    let workshop = try Workshop([("one", Self.cell)])
    let (old, new) = (["OPENBLAS_CORETYPE": "HASWELL"], ["OPENBLAS_CORETYPE": "ZEN"])
    _ = try workshop.run("build", environment: old)
    let told = try workshop.run("why", environment: new).output
    #expect(
      told.hasPrefix(
        "stale: the kernels that OpenBLAS is told to use: OPENBLAS_CORETYPE=ZEN, "
          + "was OPENBLAS_CORETYPE=HASWELL\n"))
    #expect(try workshop.run("build", environment: new).summary == "ran 1")
    #expect(try workshop.run("build", environment: new).errors.contains("nothing has changed"))
  }

  @Test func cleanForgetsWhatIsKept() throws {
    let workshop = try Workshop([("one", Self.cell)])
    _ = try workshop.run("build")
    #expect(try !workshop.files(in: "lessons/.gradus").isEmpty)
    #expect(try workshop.run("clean") == Workshop.Run(exitCode: 0, output: "", errors: ""))
    #expect(try workshop.files(in: "lessons/.gradus").isEmpty)
    #expect(try workshop.run("build").summary == "ran 1")
  }

  @Test func aCacheThatCannotBeWrittenIsOneWarning() throws {
    let workshop = try Workshop([("one", Self.cell), ("two", BuildTests.good)])
    try workshop.write("file", "no folder")
    let run = try workshop.run("build", "--cache", "file/cache")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.split(separator: "\n").filter { $0.hasPrefix("warning: ") }.count == 1)
    #expect(run.errors.contains("warning: what was run is not kept: 'file/cache/"))
  }

  @Test func oneLessonIsBuiltAndTheOthersStayAsTheyAre() throws {
    let workshop = try Workshop([("one", Self.cell), ("two", Self.cell)])
    let early = try workshop.run("build", "one")
    #expect(early.exitCode == 1)
    #expect(
      early.errors == """
        error: 'output' holds no whole site in which some lessons could be made anew
        help: build the whole course first, with 'gradus build'

        """)
    _ = try workshop.run("build")
    let before = try workshop.files(in: "output")
    for name in ["one", "two"] {
      try workshop.write("lessons/\(name).md", Self.cell.replacing("a = 2", with: "a = 3"))
    }
    for name in ["one", "lessons/one.md"] {
      let run = try workshop.run("build", name)
      #expect(run.exitCode == 0)
      let after = try workshop.files(in: "output")
      #expect(after["one.html"] != before["one.html"])
      #expect(after["two.html"] == before["two.html"])
      #expect(after.keys.sorted() == before.keys.sorted())
    }
    #expect(try workshop.run("build").summary.hasPrefix("ran 0, ") == false)
    #expect(try workshop.files(in: "output")["two.html"] != before["two.html"])
  }

  @Test func whatIsWrongElsewhereKeepsNoLessonFromBeingChecked() throws {
    let workshop = try Workshop([
      ("one", Self.cell), ("two", lesson("```{swift}\nlet a: Int = x\n```")),
    ])
    #expect(try workshop.run("check", "one").exitCode == 0)
    #expect(try workshop.run("check", "two").exitCode == 1)
    #expect(try workshop.run("why", "one").exitCode == 0)
    let unknown = """
      lessons/course.yml:1: error: the course has no lesson 'on'
      help: did you mean 'one'?
      1 error

      """
    #expect(
      try workshop.run("check", "on") == Workshop.Run(exitCode: 64, output: "", errors: unknown))
    #expect(try workshop.run("biuld").errors.contains("did you mean 'build'?"))
  }
}
