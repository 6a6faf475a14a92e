import Foundation
import Laboratory
import Lessons
import Records
import Testing

/// Standard error is reported with a failure, or else as a warning.
struct StandardErrorTailTests {
  static let say = """
    func say(_ words: String) { FileHandle.standardError.write(Data((words + "\\n").utf8)) }
    """

  @Test(arguments: [
    (
      "say(\"reading\")\nsay(\"\\u{1B}[31mno weights\\u{1B}[0m\")\nlet a = [1]\n_ = a[a.count]",
      """
      lessons/t.md:13:6: error: trap: Index out of range
      help: standard error:
        reading
        no weights
      """
    ),
    (
      "say(\"reading\")\nfunc f() { fatalError(\"two\\nlines\") }\nf()",
      """
      lessons/t.md:11:12: error: trap: two lines
      help: called from line 12
      standard error:
        reading
      """
    ),
    (
      "struct E: Error {}\nsay(FileManager.default.currentDirectoryPath + \"/log\")\nthrow E()",
      """
      lessons/t.md:9: error: uncaught error: E()
      help: standard error:
        log
      """
    ),
    (
      "say(\"bye\")\nexit(3)",
      """
      lessons/t.md:9: error: the program exits here with code 3, before the end of the session
      help: remove the call of 'exit'
      standard error:
        bye
      """
    ),
    (
      "say(\"bye\")\natexit { _exit(4) }",
      """
      lessons/t.md:9: error: the session ran to its end and then failed with exit code 4
      help: standard error:
        bye
      """
    ),
    (
      "for n in 1...12 { say(\"line \\(n)\") }\nsay(String(repeating: \"x\", count: 300))\nabort()",
      """
      lessons/t.md:9: error: trap: \(String(repeating: "x", count: 300))
      help: standard error:
        …
      \((3...12).map { "  line \($0)" }.joined(separator: "\n"))
      """
    ),
    (
      "say(\"slow\")\nwhile true { sleep(1) }",
      """
      lessons/t.md:9: error: timeout: the session was still running here after 1 s
      help: do less, or raise the limit with 'timeout: SECONDS' in the front matter
      standard error:
        slow
      """
    ),
  ])
  func aFailureShowsTheEndOfStandardError(code: String, expected: String) async throws {
    let problems = try await Fixture.problems(
      Fixture.cells(Self.say, code), setting: "timeout: 1")
    #expect(problems.filter { !$0.contains(": warning: ") } == [expected])
  }

  @Test func standardErrorOfASuccessIsAWarning() async throws {
    let found = try await Fixture.run(
      Fixture.cells(Self.say, "print(1)", "say(\"a (line 3)\")\nprint(2)\nsay(\"b\")", "print(3)"))
    #expect(found.isComplete)
    #expect(found.records.texts == ["1\n", "2\n", "3\n"])
    #expect(
      found.diagnostics.map(\.description) == [
        """
        lessons/t.md:12: warning: the cell writes to standard error, which pages do not show
        help: print what readers should see, and remove the rest
        standard error:
          a (line 3)
          b
        """
      ])
  }

  /// Log headings and messages of Foundation.
  @Test func volatileTextIsLeftOut() {
    let text = """
      2026-11-30 21:39:31.170 lesson[2:18476840] *** Could not create wakeup socket pair for CFSocket!!!
      2026-11-30 21:39:31.293 lesson[2:f96a3840] no weights

      \u{1B}[1mloading\u{1B}[0m 10%\rloading 20%
      """
    #expect(StandardErrorTail(text).lines == ["no weights", "loading 20%"])
    #expect(StandardErrorTail("\n").text == nil)
  }

  @Test func aCachedRunHasTheWarningToo() async throws {
    try await Fixture.withCache { cache, _ in
      let body = Fixture.cell("echo: true", Self.say + "\nsay(\"a (line 3)\")")
      let laboratory = Laboratory(try await Fixture.installation.value, cache: cache)
      let first = await laboratory.run([try Fixture.lesson(body)])[0]
      #expect(laboratory.runCounts.ran == 1)
      let moved = "Words.\n\n" + body.replacing("echo: true", with: "echo: true\n//| label: a")
      let second = await laboratory.run([try Fixture.lesson(moved)])[0]
      #expect(laboratory.runCounts.ran == 1)
      #expect(first.diagnostics.map(\.place.line) == [6])
      #expect(second.diagnostics.map(\.place.line) == [8])
      #expect(first.diagnostics.map(\.help) == second.diagnostics.map(\.help))
      #expect(second.diagnostics.map(\.code) == [.run])
    }
  }
}
