import Foundation
import Laboratory
import Lessons
import Records
import Testing

/// Unusual cells give the right page or a helpful message.
struct UnusualCellsTests {
  static let lost = """
    lessons/t.md:6: error: trap: standard output is closed or redirected, so the output of later \
    cells is lost
    """

  @Test(arguments: [
    (["import Glibc\nclose(1)", "print(1)"], lost),
    (["dup2(open(\"log\", O_WRONLY | O_CREAT, 0o600), 1)\nprint(1)", "print(2)"], lost),
    // Without a following cell, only this cell's output is lost.
    (["close(STDOUT_FILENO)\nprint(1)"], lost),
    (
      ["print(1)\nexit(0)", "print(2)"],
      """
      lessons/t.md:6: error: the program exits here with code 0, before the end of the session
      help: remove the call of 'exit'
      """
    ),
    (
      ["let seed = 3"],
      """
      lessons/t.md:7:5: error: invalid redeclaration of 'seed'
      help: 'seed' previously declared here
      """
    ),
  ])
  func problemsAreReported(cells: [String], expected: String) async throws {
    let body = cells.map { "```{swift}\n\($0)\n```\n" }.joined()
    let problems = try await Fixture.problems(body)
    #expect(problems.filter { !$0.contains(": warning: ") } == [expected])
  }

  @Test(
    arguments: [
      // Closing or using inherited descriptors.
      (["for n: Int32 in 3..<64 { close(n) }\nprint(1)", "print(2)"], ["1\n", "2\n"]),
      (["import Glibc\nlet n = write(3, \"x\", 1)\nprint(n)", "print(2)"], ["-1\n", "2\n"]),
      // Redirecting and restoring a stream.
      (
        [
          "let old = dup(1)\nlet null = open(\"/dev/null\", O_WRONLY)\ndup2(null, 1)\nprint(0)\n"
            + "fflush(nil)\ndup2(old, 1)\nprint(3)", "print(4)",
        ], ["3\n", "4\n"]
      ),
      // A child that outlives the session.
      (
        [
          """
          let child = Process()
          child.executableURL = URL(filePath: "/bin/sleep")
          child.arguments = ["1000"]
          try child.run()
          print("started")
          """, "print(2)",
        ], ["started\n", "2\n"]
      ),
      // The output of a child belongs to the cell that waits for it.
      (
        [
          """
          let child = Process()
          child.executableURL = URL(filePath: "/bin/echo")
          child.arguments = ["child"]
          try child.run()
          child.waitUntilExit()
          """, "print(2)",
        ], ["child\n", "2\n"]
      ),
      (
        ["print(\"no end\", terminator: \"\")", "print(\"\\u{0}\")", "print(1)"],
        ["no end", "\n", "1\n"]
      ),
      (["print(\"\\u{0}\", terminator: \"\")", "print(readLine() as Any)"], ["nil\n"]),
      (["FileHandle.standardOutput.write(Data([0x63, 0xC3, 0xA9, 0xE9]))"], ["cé\u{FFFD}"]),
      (
        ["for i in 1...3 { print(\"\\(i)0%\", terminator: \"\\r\") }\nprint(\"done\")"], ["done\n"]
      ),
      (
        [
          "struct Date {}\nenum Notebook {}\nfunc print(_ a: Int) { Swift.print(a, \"mine\") }\nprint(1)"
        ],
        ["1 mine\n"]
      ),
      (
        [
          "struct Tensor { let a = 1 }\nlet record = 1, file = 2, standardOutput = 3\nprint(Tensor().a)"
        ],
        ["1\n"]
      ),
    ] as [([String], [String])])
  func outputIsRight(cells: [String], expected: [String]) async throws {
    let body = cells.map { "```{swift}\n\($0)\n```\n" }.joined()
    let found = try await Fixture.run(body)
    #expect(found.faults == [])
    #expect(found.diagnostics.filter { $0.severity == .error } == [])
    #expect(found.records.texts == expected)
  }

  @Test func aMillionLinesBelongToTheirCell() async throws {
    let found = try await Fixture.run(
      Fixture.cells("for _ in 0..<1_000_000 { print(1) }", "print(2)"), setting: "timeout: 60")
    #expect(found.diagnostics == [])
    #expect(found.records.texts.map(\.count) == [2_000_000, 2])
  }

  @Test func lessonsWithEqualCellsRunOnce() async throws {
    try await Fixture.withCache { cache, _ in
      let laboratory = Laboratory(try await Fixture.installation.value, cache: cache, jobs: 2)
      let body = Fixture.cells("print(1)")
      let lessons = try ["a", "b"].map { try Fixture.lesson(body, file: "lessons/\($0).md") }
      let found = await laboratory.run(lessons)
      #expect(found.map(\.records.texts) == [["1\n"], ["1\n"]])
      #expect(laboratory.runCounts.ran == 1)
    }
  }
}
