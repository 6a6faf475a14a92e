import Lessons
import Testing

/// Conflicts between the cells of one session.
@Suite struct SessionDiagnosticsTests {
  /// The diagnostics of a lesson whose body begins on line 5.
  private func problems(_ body: String) -> [String] {
    var diagnostics: [Diagnostic] = []
    let text = "---\ntitle: T\ndescription: D\n---\n\(body)\n"
    _ = Lesson.parse(text, file: "t.md", diagnostics: &diagnostics)
    return diagnostics.map(\.description)
  }

  @Test func stepsAfterATrapAreErrors() {
    let after = [7, 10, 12, 15].map { line in
      """
      t.md:\(line + 2): error: this session has already ended with a trap
      help: the cell with 'error: trap' is at line 5; use another session
      """
    }
    #expect(
      problems(
        """
        ```{swift}
        //| error: trap
        let a = 1
        ```
        `{swift} a`

        `{swift other} b`
        ```{swift}
        ```
        ```{swift}
        //| error: trap
        ```
        ```{swift}
        //| error: compile
        ```
        ```{swift}
        //| session: other
        let b = 1
        ```
        """) == after)
  }

  @Test func onlyOneCellOfASessionSetsItsTimeout() {
    #expect(
      problems(
        """
        ```{swift}
        //| timeout: 5
        ```
        ```{swift}
        //| session: other
        //| timeout: 5
        ```
        ```{swift}
        //| label: a
        //| timeout: 6
        ```
        """) == [
          """
          t.md:14: error: two cells of one session set its 'timeout'
          help: the first is at line 6
          """
        ])
  }

  @Test func cellsThatMustNotCompileAreAllowedAnywhere() {
    let cell = "```{swift}\n//| error: compile\n```\n"
    #expect(problems(cell + cell + "```{swift}\n//| error: trap\n```") == [])
  }

  @Test func sessionHasTheCellsThatNameIt() throws {
    var diagnostics: [Diagnostic] = []
    let text =
      "---\ntitle: T\ndescription: D\n---\n"
      + "```{swift}\n//| session: a\n```\n```{swift}\n```\n```{swift}\n//| session: a\n```\n"
    let lesson = try #require(Lesson.parse(text, file: "t.md", diagnostics: &diagnostics))
    #expect(lesson.cells(of: "a").map(\.index) == [0, 2])
    #expect(lesson.cells(of: CellOptions.defaultSession).map(\.index) == [1])
  }
}
