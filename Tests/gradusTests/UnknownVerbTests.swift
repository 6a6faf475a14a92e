import Testing

@Suite struct UnknownVerbTests {
  @Test(arguments: [
    ("chek", "did you mean 'check'?"), ("tst", "did you mean 'test'?"),
    ("frobnicate", "'gradus --help' lists the verbs"), ("on", "did you mean 'one'?"),
  ])
  func anUnknownVerbIsReported(word: String, help: String) throws {
    let project = try TestProject([("one", lesson("Words."))])
    #expect(
      try project.run(word)
        == TestProject.Run(
          exitCode: 64, output: "", errors: "error: unknown verb '\(word)'\nhelp: \(help)\n"))
  }

  @Test func anUnknownVerbIsReportedWithoutACourse() throws {
    let run = try TestProject([]).run("chek", "--course", "nowhere")
    #expect(run.exitCode == 64 && run.errors.hasPrefix("error: unknown verb 'chek'\n"))
  }

  @Test(arguments: ["on.md", "lessons/on", "./on.md"])
  func aPathIsALesson(path: String) throws {
    let run = try TestProject([("one", lesson("Words."))]).run(path)
    #expect(run.exitCode == 64 && run.errors.contains("error: the course has no lesson 'on'\n"))
  }

  @Test func theVerbBuildIsOptional() throws {
    let project = try TestProject([("one", lesson("Words."))])
    #expect(try project.run().exitCode == 0)
    #expect(try project.run("one").exitCode == 0)
  }
}
