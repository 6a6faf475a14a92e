import Laboratory
import Lessons
import Testing

struct LiteralClaimTests {
  /// The literals of claims, each with its line.
  private func found(in code: String) -> [String] {
    LiteralClaim.all(in: code).map { "\($0.literal) at \($0.line)" }
  }

  @Test(arguments: [
    ("claim(\"a\", 0.25, atMost: 1)", "0.25"),
    ("claim(\"a\", -1, atMost: 1)", "-1"),
    ("claim(\"a\", +2e-3, atMost: 1)", "+2e-3"),
    ("claim(\"a\",   0x1F  , atMost: 1)", "0x1F"),
    ("claim(\"a\", 1_000.5, atMost: 1)", "1_000.5"),
    ("claim(\"a\", nil, atMost: 1)", "nil"),
    ("claim(\"a\", holds: true, \"w\")", "true"),
    ("claim(\"a \\(f(\", 1,\")) b\", 3, atMost: 1)", "3"),
    ("claim(name(of: 1, 2), /* the peak, measured */ 3, atMost: 1)", "3"),
  ])
  func literalsAreFound(code: String, literal: String) {
    #expect(found(in: code) == ["\(literal) at 0"])
  }

  @Test(arguments: [
    "claim(\"a\", peak, equals: 0.25, within: 1e-6)",
    "claim(\"a\", 0.2 + x, atMost: 1)",
    "claim(\"a\", peak, between: 1...2)",
    "claim(\"a, 0.25,\", peak, atMost: 1)",
    "claim(\"a\", losses[1], atMost: 1)",
    "claim(\"a\", holds: x == true, \"w\")",
    "claim(\"a\", 7.measured, atMost: 1)",
    "// claim(\"a\", 1, atMost: 1)",
    "/* /* */ claim(\"a\", 1, atMost: 1) */",
    "let s = \"claim(1, 2, 3)\"",
    "let s = #\"\" claim(1, 2, 3) \"#",
    "let s = \"\"\"\n\" claim(1, 2, 3)\n\"\"\"",
    "lawyer.claim(\"a\", 1)",
    "func claim(_ a: Int, 1) {}",
    "disclaim(\"a\", 1)",
    "claim(\"a\", 1",
    "claim",
    "claim(",
    "\"claim(\"a\", 1, 2)\n",
  ])
  func otherCodeIsIgnored(code: String) { #expect(found(in: code) == []) }

  @Test func literalsHaveTheLineOfTheirCall() {
    let code = """
      for _ in 0..<2 {
        claim("a", 1, atMost: 1); claim("b", x, atMost: 1); claim("c", 2, atMost: 1)
        claim(
          "d",
          -3, atMost: 1)
      }
      """
    #expect(found(in: code) == ["1 at 1", "2 at 1", "-3 at 2"])
  }

  @Test func literalClaimsAreReportedEvenIfTheyDoNotRun() async throws {
    let problems = try await Fixture.problems(
      Fixture.cells("let a = 1", "if a == 2 {\n  claim(\"a\", 0.25, atMost: 1)\n}"))
    #expect(
      problems == [
        """
        lessons/t.md:11: error: a claim of the literal 0.25 measures nothing
        help: claim a value that the program has computed
        """
      ])
  }
}
