import Laboratory
import Lessons
import Records
import Testing

/// Cells that are expected not to compile.
struct ExpectedCompileErrorsTests {
  /// The messages of the first failure, each with its line in the cell.
  private func messages(_ body: String) async throws -> [String] {
    let found = try await Fixture.run(body)
    #expect(found.diagnostics == [])
    #expect(found.isComplete)
    return try #require(found.records.failures.first).descriptions
  }

  @Test(arguments: [
    (
      "let wrong: Int = name",
      ["0: error: cannot convert value of type 'String' to specified type 'Int'"]
    ),
    // Two at once.
    (
      "let a = one\n\nlet b = two",
      ["0: error: cannot find 'one' in scope", "2: error: cannot find 'two' in scope"]
    ),
    // An error of a later pass of the compiler.
    (
      "let late: Int\nprint(late)",
      ["1: error: constant 'late' used before being initialized", "note: constant defined here"]
    ),
    // An unclosed brace and an unclosed comment.
    (
      "if true {\n  print(name)",
      [
        "1: error: expected '}' at end of brace statement", "note: to match this opening '{'",
      ]
    ),
    ("let a = 1 /* one", ["0: error: unterminated '/*' comment", "note: comment started here"]),
    // Declarations of cells below are not visible.
    ("print(later)", ["0: error: cannot find 'later' in scope"]),
  ])
  func failuresAreRecordedAfterTheCellsAbove(code: String, expected: [String]) async throws {
    let body =
      Fixture.cells("let name = \"n\"") + Fixture.cell("error: compile", code)
      + Fixture.cells("func f() { let later = 1; print(later) }")
    let messages = try await messages(body)
    #expect(messages == expected)
  }

  @Test func failingCellsDeclareNothingAndDoNotRun() async throws {
    let found = try await Fixture.run(
      Fixture.cell("error: compile", "print(1)\nlet a: Int = \"s\"")
        + Fixture.cell("error: compile", "let a: Int = true")
        + Fixture.cells("let a = 2\nprint(a)"))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["2\n"])
    #expect(found.records.failures.map(\.cell) == [0, 1])
  }

  @Test func failureRecordsAreIndependentOfLinesAbove() async throws {
    let body =
      Fixture.cells("let name = [\n1\n]") + Fixture.cell("error: compile", "name.count = 2\nf(")
    let (here, lower) = (try await Fixture.run(body), try await Fixture.run("Words.\n\n" + body))
    #expect(here.records.failures == lower.records.failures)
    #expect(here.records.failures.count == 1)
  }

  @Test func aSessionOfFailingCellsOnlyIsComplete() async throws {
    let found = try await Fixture.run(Fixture.cell("error: compile", "let a: Int = true"))
    #expect(found.isComplete)
    #expect(found.diagnostics == [])
    #expect(found.records.failures.map(\.cell) == [0])
  }

  @Test(arguments: [
    // It compiles.
    (
      Fixture.cells("let a = 1") + Fixture.cell("error: compile", "print(a)"),
      [
        """
        lessons/t.md:9: error: the cell compiles, but has the option 'error: compile'
        help: remove the option, or show code that does not compile
        """
      ]
    ),
    // Only the cells above have errors.
    (
      Fixture.cells("let a: Int = \"s\"") + Fixture.cell("error: compile", "print(1)"),
      ["lessons/t.md:7:14: error: cannot convert value of type 'String' to specified type 'Int'"]
    ),
    // The cells above need those below.
    (
      Fixture.cells("func f() { g() }") + Fixture.cell("error: compile", "print(1)")
        + Fixture.cells("func g() {}"),
      [
        """
        lessons/t.md:9: error: the cells above this one do not compile without the cells below it
        help: line 7: cannot find 'g' in scope
        """
      ]
    ),
  ])
  func aMissingCompileErrorIsReported(body: String, expected: [String]) async throws {
    let problems = try await Fixture.problems(body)
    #expect(problems == expected)
  }
}

extension [Record] {
  /// The recorded failures.
  var failures: [CellFailure] {
    compactMap { record in
      if case .failure(let failure) = record { failure } else { nil }
    }
  }
}

extension CellFailure {
  /// The messages, each after its line in the cell.
  var descriptions: [String] {
    messages.map { message in (message.place.map { "\($0.line): " } ?? "") + message.words }
  }
}
