import Foundation
import Laboratory
import Lessons
import Records
import Testing

struct CompilerTests {
  @Test(arguments: [
    // Types and warnings, at the lesson's own columns.
    (
      "- item\n\n  ```{swift}\n  let a = [1]\n  let b: Int = \"s\"\n  a.map { $0 }\n  ```\n",
      [
        "lessons/t.md:10:16: error: cannot convert value of type 'String' to specified type 'Int'",
        "lessons/t.md:11:5: warning: result of call to 'map' is unused",
      ]
    ),
    // Values have a line only; notes become help.
    (
      "One\n`{swift} peek` `{swift} peak`\n\n" + Fixture.cells("let peak = 1"),
      [
        "lessons/t.md:7: error: cannot find 'peek' in scope",
        """
        lessons/t.md:7: error: 'peak' is used before its declaration on line 10
        help: move the cell that declares it above this line
        """,
      ]
    ),
    // All errors of all cells, in one run.
    (
      Fixture.cells("let = 1", "let b: Int = \"s\""),
      [
        "lessons/t.md:7:5: error: expected pattern",
        "lessons/t.md:10:14: error: cannot convert value of type 'String' to specified type 'Int'",
      ]
    ),
    // An extraneous closing brace.
    (
      Fixture.cells("let a = 1\n}", "let b: Int = \"s\""),
      [
        "lessons/t.md:8:1: error: extraneous '}' at top level",
        "lessons/t.md:11:14: error: cannot convert value of type 'String' to specified type 'Int'",
      ]
    ),
    // An unclosed brace; errors above it are still reported.
    (
      Fixture.cells("let a: Int = \"s\"", "func f() {\n  print(1)", "let b = undeclared"),
      [
        "lessons/t.md:7:14: error: cannot convert value of type 'String' to specified type 'Int'",
        """
        lessons/t.md:11: error: expected '}' at end of brace statement
        help: to match this opening '{' (line 10)
        """,
      ]
    ),
    // A brace that one cell opens and another closes.
    (
      Fixture.cells("if true {", "}"),
      [
        """
        lessons/t.md:7: error: expected '}' at end of brace statement
        help: to match this opening '{'
        """,
        "lessons/t.md:10:1: error: extraneous '}' at top level",
      ]
    ),
    // The same with a quotation, a comment and a condition, which compile.
    (
      Fixture.cells("let s = \"\"\"", "\"\"\""),
      [
        "lessons/t.md:7:9: error: unterminated string literal",
        "lessons/t.md:10:1: error: unterminated string literal",
      ]
    ),
    (
      Fixture.cells("let a = 1 /* one", "*/ let b = 1"),
      [
        """
        lessons/t.md:7: error: unterminated '/*' comment
        help: comment started here
        """,
        "lessons/t.md:10:1: error: unexpected end of block comment",
        "lessons/t.md:10:3: error: consecutive statements on a line must be separated by ';'",
      ]
    ),
    (
      Fixture.cells("#if false", "#endif"),
      [
        "lessons/t.md:7: error: expected #else or #endif at end of conditional compilation block",
        "lessons/t.md:10:1: error: unexpected conditional compilation block terminator",
      ]
    ),
  ])
  func compileErrorsAreReportedAtTheirPlaces(body: String, expected: [String]) async throws {
    let problems = try await Fixture.problems(body)
    #expect(problems == expected)
  }

  @Test func aWarningDoesNotStopTheSession() async throws {
    let found = try await Fixture.run(Fixture.cells("[1].map { $0 }\nprint(2)"))
    #expect(found.isComplete)
    #expect(found.records.contains(.output(cell: 0, text: "2\n")))
    #expect(
      found.diagnostics.map(\.description) == [
        "lessons/t.md:7:5: warning: result of call to 'map' is unused"
      ])
  }

  @Test func aCompilerThatCrashesIsReportedAtTheFirstCell() async throws {
    let found = try await run(
      compiler: "#!/bin/sh\necho '<unknown>:0: error: it fell over' >&2\nexit 134\n")
    #expect(found.faults == [])
    #expect(
      found.diagnostics.map(\.description) == [
        """
        lessons/t.md:6: error: the Swift compiler failed on this session: it fell over
        help: 'gradus program' prints its source
        """
      ])
  }

  @Test func anErrorOutsideTheLessonIsOurFault() async throws {
    let found = try await run(
      compiler: """
        #!/bin/sh
        case "$*" in *-parse*) exit 0;; esac
        echo "main.swift:5:8: error: no such module 'Notebook'"
        exit 1

        """)
    #expect(found.diagnostics == [])
    #expect(found.faults.map(\.kind) == [.ours])
    #expect(
      found.faults.map(\.description) == [
        "error: the program generated from 'lessons/t.md' does not compile: no such module 'Notebook'"
      ])
  }

  @Test func aMissingCompilerIsAFaultOfTheMachine() async throws {
    let laboratory = try await Fixture.laboratory { $0.compiler = "/nowhere/swiftc" }
    let found = try await laboratory.run([Fixture.lesson(Fixture.cells("print(1)"))])[0]
    #expect(found.diagnostics == [])
    #expect(found.faults.map(\.kind) == [.machine])
    #expect(
      found.faults.map(\.description) == [
        "error: cannot start '/nowhere/swiftc': it does not exist or is not executable"
      ])
    #expect(!found.isComplete)
  }

  private func run(compiler script: String) async throws -> RunResult {
    try await Fixture.withFolder { folder in
      let file = folder + "/swiftc"
      try script.write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      let laboratory = try await Fixture.laboratory { $0.compiler = file }
      return try await laboratory.run([Fixture.lesson(Fixture.cells("print(1)"))])[0]
    }
  }
}
