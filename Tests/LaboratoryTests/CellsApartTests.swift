import Laboratory
import Lessons
import Records
import Testing

/// Cells that must not compile.
struct CellsApartTests {
  /// What the first such cell's failure says, each message with its line in the cell.
  private func words(_ body: String) async throws -> [String] {
    let found = try await Bench.run(body)
    #expect(found.diagnostics == [])
    #expect(found.isComplete)
    return try #require(found.records.failures.first).words
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
    // What a later pass of the compiler finds.
    (
      "let late: Int\nprint(late)",
      ["1: error: constant 'late' used before being initialized", "note: constant defined here"]
    ),
    // A brace and a comment that nobody closes.
    (
      "if true {\n  print(name)",
      [
        "1: error: expected '}' at end of brace statement", "note: to match this opening '{'",
      ]
    ),
    ("let a = 1 /* one", ["0: error: unterminated '/*' comment", "note: comment started here"]),
    // What the cell below declares is not there yet.
    ("print(later)", ["0: error: cannot find 'later' in scope"]),
  ])
  func theirFailureIsRecordedWithTheCellsAboveAtHand(code: String, expected: [String]) async throws
  {
    let body =
      Bench.cells("let name = \"n\"") + Bench.cell("error: compile", code)
      + Bench.cells("func f() { let later = 1; print(later) }")
    let words = try await words(body)
    #expect(words == expected)
  }

  @Test func theyDeclareNothingForOthersAndDoNotRun() async throws {
    let found = try await Bench.run(
      Bench.cell("error: compile", "print(1)\nlet a: Int = \"s\"")
        + Bench.cell("error: compile", "let a: Int = true")
        + Bench.cells("let a = 2\nprint(a)"))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["2\n"])
    #expect(found.records.failures.map(\.cell) == [0, 1])
  }

  @Test func theirRecordsDoNotChangeWithTheLinesAbove() async throws {
    let body =
      Bench.cells("let name = [\n1\n]") + Bench.cell("error: compile", "name.count = 2\nf(")
    let (here, lower) = (try await Bench.run(body), try await Bench.run("Words.\n\n" + body))
    #expect(here.records.failures == lower.records.failures)
    #expect(here.records.failures.count == 1)
  }

  @Test func aSessionOfNothingElseIsComplete() async throws {
    let found = try await Bench.run(Bench.cell("error: compile", "let a: Int = true"))
    #expect(found.isComplete)
    #expect(found.diagnostics == [])
    #expect(found.records.failures.map(\.cell) == [0])
  }

  @Test(arguments: [
    // It compiles.
    (
      Bench.cells("let a = 1") + Bench.cell("error: compile", "print(a)"),
      [
        """
        lessons/t.md:9: error: the cell compiles, though it says 'error: compile'
        help: take the option away, or show what does not compile
        """
      ]
    ),
    // The cells above are at fault, and that is all.
    (
      Bench.cells("let a: Int = \"s\"") + Bench.cell("error: compile", "print(1)"),
      ["lessons/t.md:7:14: error: cannot convert value of type 'String' to specified type 'Int'"]
    ),
    // The cells above need those below.
    (
      Bench.cells("func f() { g() }") + Bench.cell("error: compile", "print(1)")
        + Bench.cells("func g() {}"),
      [
        """
        lessons/t.md:9: error: the cells above this one do not compile without the cells below it
        help: line 7: cannot find 'g' in scope
        """
      ]
    ),
  ])
  func whatDoesNotFailAsItSaysIsAnError(body: String, expected: [String]) async throws {
    let problems = try await Bench.problems(body)
    #expect(problems == expected)
  }
}

extension [Record] {
  /// How cells failed.
  var failures: [Failure] {
    compactMap { record in
      if case .failure(let failure) = record { failure } else { nil }
    }
  }
}

extension Failure {
  /// The messages, each behind its line of the cell.
  var words: [String] {
    messages.map { message in (message.place.map { "\($0.line): " } ?? "") + message.words }
  }
}
