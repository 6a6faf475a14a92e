import Laboratory
import Testing

/// The time limit of a session.
struct TimeLimitTests {
  @Test func aCellLimitsItsWholeSession() async throws {
    let problems = try await Fixture.problems(
      Fixture.cells("let a = 1", "while a == 1 {}") + Fixture.cell("timeout: 1", "print(a)"),
      setting: "timeout: 300")
    #expect(
      problems == [
        """
        lessons/t.md:9: error: timeout: the session was still running here after 1 s
        help: do less, or raise the limit with 'timeout: SECONDS' on line 13
        """
      ])
  }

  @Test(arguments: [("", 300, nil), ("mine", 7, 12), ("other", 300, nil)])
  func theFrontMatterIsTheDefaultForSessions(
    session: String, seconds: Int, line: Int?
  ) throws {
    let lesson = try Fixture.lesson(
      Fixture.cells("let a = 1")
        + "```{swift}\n//| session: mine\n//|\n//| timeout: 7\n```\n"
        + Fixture.cell("session: other", "let a = 1"), setting: "timeout: 300")
    let timeLimit = TimeLimit(of: session, in: lesson)
    #expect(timeLimit.seconds == seconds)
    #expect(timeLimit.line == line)
  }
}
