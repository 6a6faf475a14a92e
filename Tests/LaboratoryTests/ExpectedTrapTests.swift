import Laboratory
import Lessons
import Records
import Testing

/// Cells that must trap.
struct ExpectedTrapTests {
  @Test(arguments: [
    ("let a = [1]\nprint(\"before\")\n_ = a[seed]", "2: trap: Index out of range"),
    ("fatalError(\"one\\ntwo\")", "0: trap: one two"),
    ("precondition(seed > 1)", "0: trap: precondition failed"),
    ("struct E: Error {}\nthrow E()", "an error that nothing catches: E()"),
    // Neither addresses nor the folder in which it ran.
    (
      "let home = ProcessInfo.processInfo.environment[\"HOME\"]!\n"
        + "fatalError(\"no \\(home)/data.csv at 0x7ffc12345678 in \\(home)\")",
      "1: trap: no data.csv at 0x… in ."
    ),
  ])
  func whatTheTrapSaysIsRecorded(code: String, expected: String) async throws {
    let found = try await Bench.run(Bench.cells("let one = 1") + Bench.cell("error: trap", code))
    #expect(found.diagnostics.filter { $0.severity == .error } == [])
    #expect(found.isComplete)
    #expect(found.records.failures.map(\.cell) == [1])
    #expect(found.records.failures.flatMap(\.words) == [expected])
  }

  @Test func whatTheCellPrintedAndClaimedBeforeIsThere() async throws {
    let found = try await Bench.run(
      Bench.cell(
        "error: trap",
        "print(\"before\")\nclaim(\"seed\", seed, equals: 1, within: 0)\nfatalError()"))
    #expect(found.records.texts == ["before\n"])
    #expect(found.records.contains { if case .claim = $0 { true } else { false } })
    #expect(found.records.failures.flatMap(\.words) == ["2: trap: fatal error"])
  }

  @Test func theLineIsThatOfTheFunctionThatTraps() async throws {
    let found = try await Bench.run(
      Bench.cells("let one = 1\nfunc third(_ a: [Int]) -> Int {\n  a[2]\n}")
        + Bench.cell("error: trap", "_ = third([one])"))
    let place = found.records.failures.first?.messages.first?.place
    #expect(place == CellPlace(cell: 0, line: 2))
  }

  @Test(arguments: [
    // It does not trap.
    (
      Bench.cell("error: trap", "print(1)"),
      [
        """
        lessons/t.md:6: error: the cell does not trap, though it says 'error: trap'
        help: take the option away, or show what traps
        """
      ], true
    ),
    // Another cell traps.
    (
      Bench.cells("fatalError(\"early\")") + Bench.cell("error: trap", "fatalError(\"late\")"),
      ["lessons/t.md:7:1: error: trap: early"], false
    ),
    // It ends, but in another way.
    (
      Bench.cell("error: trap", "exit(3)"),
      [
        """
        lessons/t.md:6: error: the program ends here, with exit code 3, before the session's last line
        help: a cell must not call exit
        """
      ], false
    ),
    (
      Bench.cell("error: trap", "kill(getpid(), SIGKILL)"),
      [
        """
        lessons/t.md:6: error: the program was killed from outside
        help: is there enough memory?
        """
      ], false
    ),
  ])
  func whatDoesNotTrapAsItSaysIsAnError(body: String, expected: [String], isComplete: Bool)
    async throws
  {
    let found = try await Bench.run(body)
    #expect(
      found.diagnostics.filter { $0.severity == .error }.map(\.description) == expected)
    #expect(found.isComplete == isComplete)
    #expect(found.records.failures == [])
  }
}
