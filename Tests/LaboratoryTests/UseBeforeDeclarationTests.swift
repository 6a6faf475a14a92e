import Laboratory
import Lessons
import Testing

struct UseBeforeDeclarationTests {
  /// The errors of a lesson whose first text is on line 6.
  private func problems(_ body: String) throws -> [String] {
    try Fixture.lesson(body).usesBeforeDeclaration.map { "\($0.place.line): \($0.summary)" }
  }

  @Test func aValueAboveItsDeclarationIsAnError() throws {
    let made = Fixture.cells("let left = 0.5\nlet (a, b) = (1, 2)")
    #expect(
      try problems("There is `{swift} format(left)`, and `{swift} b`.\n\n" + made) == [
        "6: 'left' is used before its declaration on line 9",
        "6: 'b' is used before its declaration on line 10",
      ])
  }

  @Test func aCellAboveTheDeclarationIsAnError() throws {
    #expect(
      try problems(Fixture.cells("let a = 1\nprint(a, b)", "let b = 2")) == [
        "8: 'b' is used before its declaration on line 11"
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
  func otherUsesOfTheNameAreIgnored(code: String) throws {
    #expect(try problems(Fixture.cells(code, "let x = 3")) == [])
  }

  @Test func otherSessionsAndUsesBelowAreIgnored() throws {
    let below = Fixture.cells("let x = 3", "print(x)") + "\nIt is `{swift} x`.\n"
    #expect(try problems(below) == [])
    let other = Fixture.cells("print(seed)") + "\n" + Fixture.cell("session: b", "let seed2 = 1")
    #expect(try problems(other + "\n`{swift b} seed2`\n") == [])
  }

  @Test func aNumberIsNotReadAsZero() async throws {
    let body = "It is `{swift} half`.\n\n" + Fixture.cells("let half = 0.5")
    #expect(
      try await Fixture.problems(body) == [
        """
        lessons/t.md:6: error: 'half' is used before its declaration on line 9
        help: move the cell that declares it above this line
        """
      ])
  }
}
