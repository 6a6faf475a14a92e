import Laboratory
import Testing

/// How long a session may run.
struct AllowanceTests {
  @Test func aCellMayGiveItsWholeSessionLess() async throws {
    let problems = try await Bench.problems(
      Bench.cells("let a = 1", "while a == 1 {}") + Bench.cell("timeout: 1", "print(a)"),
      setting: "timeout: 300")
    #expect(
      problems == [
        """
        lessons/t.md:9: error: time is up: the session still ran here after 1 s
        help: do less, or allow more with 'timeout: SECONDS' in line 13
        """
      ])
  }

  @Test(arguments: [("", 300, nil), ("mine", 7, 12), ("other", 300, nil)])
  func theFrontMatterSaysItForAllSessionsWithoutACellThatDoes(
    session: String, seconds: Int, line: Int?
  ) throws {
    let lesson = try Bench.lesson(
      Bench.cells("let a = 1")
        + "```{swift}\n//| session: mine\n//|\n//| timeout: 7\n```\n"
        + Bench.cell("session: other", "let a = 1"), setting: "timeout: 300")
    let timeLimit = TimeLimit(of: session, in: lesson)
    #expect(timeLimit.seconds == seconds)
    #expect(timeLimit.line == line)
  }
}
