import Laboratory
import Lessons
import Testing

struct EarlyReadingTests {
  /// What is said of a lesson whose first text is on line 6.
  private func problems(_ body: String) throws -> [String] {
    try Bench.lesson(body).usesBeforeDeclaration.map { "\($0.place.line): \($0.summary)" }
  }

  @Test func aValueAboveTheCellThatMakesItIsAnError() throws {
    let made = Bench.cells("let left = 0.5\nlet (a, b) = (1, 2)")
    #expect(
      try problems("There is `{swift} format(left)`, and `{swift} b`.\n\n" + made) == [
        "6: 'left' is read here, and line 9 makes it", "6: 'b' is read here, and line 10 makes it",
      ])
  }

  @Test func aCellAboveTheOneThatMakesItIsAnError() throws {
    #expect(
      try problems(Bench.cells("let a = 1\nprint(a, b)", "let b = 2")) == [
        "8: 'b' is read here, and line 11 makes it"
      ])
  }

  @Test(arguments: [
    "func later() -> Int { x }",
    "let list = [1].map { x in x + 1 }",
    "for x in [1, 2] { print(x) }",
    "for (x, y) in zip([1], [2]) { print(x, y) }",
    "struct Point { var x = 0 }",
    "let y = point.x",
    "plot(x: 1)",
    "// x\nprint(\"x\")",
    "if let x = Int(\"1\") { print(x) }",
  ])
  func whatIsNotReadOnTheSpotIsLeftAlone(code: String) throws {
    #expect(try problems(Bench.cells(code, "let x = 3")) == [])
  }

  @Test func otherSessionsAndWhatStandsBelowAreLeftAlone() throws {
    let below = Bench.cells("let x = 3", "print(x)") + "\nIt is `{swift} x`.\n"
    #expect(try problems(below) == [])
    let other = Bench.cells("print(seed)") + "\n" + Bench.cell("session: b", "let seed2 = 1")
    #expect(try problems(other + "\n`{swift b} seed2`\n") == [])
  }

  @Test func aNumberIsNoLongerTakenForZero() async throws {
    let body = "It is `{swift} half`.\n\n" + Bench.cells("let half = 0.5")
    #expect(
      try await Bench.problems(body) == [
        """
        lessons/t.md:6: error: 'half' is read here, and line 9 makes it
        help: move the cell that makes it above this line
        """
      ])
  }
}
