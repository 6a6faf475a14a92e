import Laboratory
import Lessons
import Records
import Testing

/// Cells that are expected to trap.
struct ExpectedTrapTests {
  @Test(arguments: [
    ("let a = [1]\nprint(\"before\")\n_ = a[seed]", "2: trap: Index out of range"),
    ("fatalError(\"one\\ntwo\")", "0: trap: one two"),
    ("precondition(seed > 1)", "0: trap: precondition failed"),
    ("struct E: Error {}\nthrow E()", "uncaught error: E()"),
    // Addresses and the scratch folder are removed.
    (
      "let home = ProcessInfo.processInfo.environment[\"HOME\"]!\n"
        + "fatalError(\"no \\(home)/data.csv at 0x7ffc12345678 in \\(home)\")",
      "1: trap: no data.csv at 0x… in ."
    ),
  ])
  func trapMessagesAreRecorded(code: String, expected: String) async throws {
    let found = try await Fixture.run(
      Fixture.cells("let one = 1") + Fixture.cell("error: trap", code))
    #expect(found.diagnostics.filter { $0.severity == .error } == [])
    #expect(found.isComplete)
    #expect(found.records.failures.map(\.cell) == [1])
    #expect(found.records.failures.flatMap(\.descriptions) == [expected])
  }

  @Test func outputAndClaimsBeforeTheTrapAreRecorded() async throws {
    let found = try await Fixture.run(
      Fixture.cell(
        "error: trap",
        "print(\"before\")\nclaim(\"seed\", seed, equals: 1, within: 0)\nfatalError()"))
    #expect(found.records.texts == ["before\n"])
    #expect(found.records.contains { if case .claim = $0 { true } else { false } })
    #expect(found.records.failures.flatMap(\.descriptions) == ["2: trap: fatal error"])
  }

  @Test func theLineIsThatOfTheTrappingFunction() async throws {
    let found = try await Fixture.run(
      Fixture.cells("let one = 1\nfunc third(_ a: [Int]) -> Int {\n  a[2]\n}")
        + Fixture.cell("error: trap", "_ = third([one])"))
    let place = found.records.failures.first?.messages.first?.place
    #expect(place == CellPlace(cell: 0, line: 2))
  }

  @Test(arguments: [
    // It does not trap.
    (
      Fixture.cell("error: trap", "print(1)"),
      [
        """
        lessons/t.md:6: error: the cell does not trap, but has the option 'error: trap'
        help: remove the option, or show code that traps
        """
      ], true
    ),
    // Another cell traps.
    (
      Fixture.cells("fatalError(\"early\")") + Fixture.cell("error: trap", "fatalError(\"late\")"),
      ["lessons/t.md:7:1: error: trap: early"], false
    ),
    // It ends, but in another way.
    (
      Fixture.cell("error: trap", "exit(3)"),
      [
        """
        lessons/t.md:6: error: the program exits here with code 3, before the end of the session
        help: remove the call of 'exit'
        """
      ], false
    ),
    (
      Fixture.cell("error: trap", "kill(getpid(), SIGKILL)"),
      [
        """
        lessons/t.md:6: error: the program was killed
        help: the machine may be out of memory
        """
      ], false
    ),
  ])
  func aMissingTrapIsReported(body: String, expected: [String], isComplete: Bool)
    async throws
  {
    let found = try await Fixture.run(body)
    #expect(
      found.diagnostics.filter { $0.severity == .error }.map(\.description) == expected)
    #expect(found.isComplete == isComplete)
    #expect(found.records.failures == [])
  }
}
