import Foundation
import Testing

@Suite struct CachedBuildTests {
  static let cell = lesson("```{swift}\nlet a = 2\nprint(a)\n```\nIt is `{swift} a`.")

  @Test func unchangedSessionsAreNotRunAgain() throws {
    let project = try TestProject([("one", Self.cell), ("two", BuildTests.good)])
    #expect(try project.run("build").summary == "ran 3")
    #expect(try project.run("check").summary.hasPrefix("reused 3, "))
    try project.write("lessons/one.md", Self.cell.replacing("It is", with: "Words\n\nIt is"))
    #expect(try project.run("build").summary.hasPrefix("reused 3, "))
    try project.write("lessons/one.md", Self.cell.replacing("a = 2", with: "a = 3"))
    #expect(try project.run("build").summary.hasPrefix("ran 1, reused 2, "))
    #expect(try project.run("build", "--cache", "elsewhere").summary == "ran 3")
  }

  @Test func aFailingClaimIsReportedAgainWithoutARun() throws {
    let wrong = BuildTests.good.replacing("atMost: 0.001", with: "atMost: 0.0001")
    let project = try TestProject([("one", wrong)])
    let first = try project.run("build")
    #expect(first.exitCode == 1 && first.errors.contains("one.md:9: error: the claim 'little'"))
    try project.write("lessons/one.md", wrong.replacing("---\n```", with: "---\nWords.\n\n```"))
    let again = try project.run("build")
    #expect(again.summary.hasPrefix("reused 2, "))
    #expect(again.errors.contains("one.md:11: error: the claim 'little'"))
  }

  @Test func theNumberOfJobsDoesNotChangeTheSite() throws {
    let project = try TestProject([("one", BuildTests.good), ("two", Self.cell)])
    var sites: [[String: Data]] = []
    for jobs in ["1", "2", "8"] {
      #expect(
        try project.run("build", "--jobs", jobs, "--output", jobs, "--cache", "c\(jobs)").exitCode
          == 0)
      sites.append(try project.files(in: jobs))
    }
    #expect(sites[0] == sites[1] && sites[1] == sites[2])
  }

  @Test func whyShowsWhatMadeASessionStale() throws {
    let project = try TestProject([("one", Self.cell), ("two", Self.cell)])
    #expect(
      try project.run("why").output == """
        stale: has never completed
          lessons/one.md
          lessons/two.md

        2 of 2 sessions would run

        """)
    _ = try project.run("build")
    try project.write("lessons/one.md", Self.cell.replacing("a = 2", with: "a = 3"))
    let report = try project.run("why").output.replacing(
      /\d+(?:\.\d)? s last/, with: "N s last")
    #expect(
      report == """
        stale: cell at lessons/one.md:5 changed
          lessons/one.md: N s last time

        up to date:
          lessons/two.md: N s last time

        1 of 2 sessions would run

        """)
    #expect(try project.run("why", "two").output.hasSuffix("0 of 1 sessions would run\n"))
  }

  @Test func whyNeedsACourse() throws {
    let run = try TestProject([]).run("why", "--course", "nowhere")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func otherKernelsInvalidateAllRuns() throws {
    let project = try TestProject([("one", Self.cell)])
    let old = ["OPENBLAS_CORETYPE": "HASWELL"]
    let new = ["OPENBLAS_CORETYPE": "ZEN"]
    _ = try project.run("build", environment: old)
    let report = try project.run("why", environment: new).output
    #expect(
      report.hasPrefix(
        "stale: OpenBLAS kernels: OPENBLAS_CORETYPE=ZEN, "
          + "was OPENBLAS_CORETYPE=HASWELL\n"))
    #expect(try project.run("build", environment: new).summary == "ran 1")
    #expect(try project.run("build", environment: new).errors.contains("nothing has changed"))
  }

  @Test func cleanDeletesTheCache() throws {
    let project = try TestProject([("one", Self.cell)])
    _ = try project.run("build")
    #expect(try !project.files(in: "lessons/.gradus").isEmpty)
    #expect(try project.run("clean") == TestProject.Run(exitCode: 0, output: "", errors: ""))
    #expect(try project.files(in: "lessons/.gradus").isEmpty)
    #expect(try project.run("build").summary == "ran 1")
  }

  @Test func anUnwritableCacheIsOneWarning() throws {
    let project = try TestProject([("one", Self.cell), ("two", BuildTests.good)])
    try project.write("file", "no folder")
    let run = try project.run("build", "--cache", "file/cache")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.split(separator: "\n").filter { $0.hasPrefix("warning: ") }.count == 1)
    #expect(run.errors.contains("warning: results are not cached: 'file/cache/"))
  }

  @Test func buildingOneLessonLeavesTheOthersUnchanged() throws {
    let project = try TestProject([("one", Self.cell), ("two", Self.cell)])
    let early = try project.run("build", "one")
    #expect(early.exitCode == 1)
    #expect(
      early.errors == """
        error: 'output' has no complete site to update
        help: build the whole course first, with 'gradus build'

        """)
    _ = try project.run("build")
    let before = try project.files(in: "output")
    for name in ["one", "two"] {
      try project.write("lessons/\(name).md", Self.cell.replacing("a = 2", with: "a = 3"))
    }
    for name in ["one", "lessons/one.md"] {
      let run = try project.run("build", name)
      #expect(run.exitCode == 0)
      let after = try project.files(in: "output")
      #expect(after["one.html"] != before["one.html"])
      #expect(after["two.html"] == before["two.html"])
      #expect(after.keys.sorted() == before.keys.sorted())
    }
    #expect(try project.run("build").summary.hasPrefix("ran 0, ") == false)
    #expect(try project.files(in: "output")["two.html"] != before["two.html"])
  }

  @Test func errorsInOtherLessonsDoNotAffectACheck() throws {
    let project = try TestProject([
      ("one", Self.cell), ("two", lesson("```{swift}\nlet a: Int = x\n```")),
    ])
    #expect(try project.run("check", "one").exitCode == 0)
    #expect(try project.run("check", "two").exitCode == 1)
    #expect(try project.run("why", "one").exitCode == 0)
    let unknown = """
      lessons/course.yml:1: error: the course has no lesson 'on'
      help: did you mean 'one'?
      1 error

      """
    #expect(
      try project.run("check", "on") == TestProject.Run(exitCode: 64, output: "", errors: unknown))
  }
}
