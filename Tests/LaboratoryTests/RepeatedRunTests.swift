import Laboratory
import Lessons
import Testing

/// Two runs with different options must have the same results.
struct RepeatedRunTests {
  static let help = """
    help: common causes are the clock, random numbers without a seed, and the order of a dictionary or a set
    """

  @Test(arguments: [
    (
      // The clock.
      Fixture.cells("print(1)", "print(Date().timeIntervalSince1970)", "print(2)"),
      "lessons/t.md:9: error: two runs differ: the output"
    ),
    (
      // Randomness without a seed.
      Fixture.cells("let a = 1", "let noise = Double.random(in: 0..<1)")
        + "It is `{swift} a`.\n\n"
        + Fixture.cells("claim(\"noise\", noise, atMost: 1)"),
      "lessons/t.md:14: error: two runs differ: the value of the claim 'noise'"
    ),
    (
      // A dictionary's order.
      Fixture.cells(
        "let names = Dictionary(uniqueKeysWithValues: (0..<50).map { ($0, $0 * $0) })",
        "figure(\"squares\", alt: \"s\") { for (x, y) in names { PointMark(x: x, y: y) } }"),
      "lessons/t.md:9: error: two runs differ: the figure 'squares'"
    ),
    (
      // A set's order.
      Fixture.cells(
        "table(\"t\", columns: \"n\") { for n in Set(0..<50) { Row(n) } }.caption(\"T\")"),
      "lessons/t.md:6: error: two runs differ: the table 't'"
    ),
    (
      // The time zone.
      Fixture.cells("let zone = TimeZone.current.identifier") + "We are in `{swift} zone`.",
      "lessons/t.md:9: error: two runs differ: the value is GMT, then Pacific/Chatham"
    ),
    (
      // The folder.
      Fixture.cells("print(FileManager.default.currentDirectoryPath)"),
      "lessons/t.md:6: error: two runs differ: the output"
    ),
  ])
  func differencesAreReported(body: String, expected: String) async throws {
    let lesson = try Fixture.lesson(body)
    let found = try await Fixture.laboratory().runTwice([lesson])
    #expect(found.flatMap(\.faults) == [])
    #expect(found[0].diagnostics.map(\.description) == ["\(expected)\n\(Self.help)"])
  }

  @Test func seededSessionsDoNotDiffer() async throws {
    let lesson = try Fixture.lesson(
      Fixture.cells(
        """
        var generator = SeededGenerator(seed: seed)
        let noise = Double.random(in: 0..<1, using: &generator)
        print(noise, Double.nan)
        claim("noise", noise, atMost: 1)
        """,
        """
        let squares = Dictionary(uniqueKeysWithValues: (0..<50).map { ($0, $0 * $0) })
        progress(1, of: 2)
        figure("squares", alt: "s") {
          for (x, y) in squares.sorted(by: { $0.key < $1.key }) { PointMark(x: x, y: y) }
          PointMark(x: 1, y: Double.nan)
        }
        """) + "It is `{swift} noise`.\n")
    let laboratory = try await Fixture.laboratory()
    let found = await laboratory.runTwice([lesson])
    #expect(found[0].diagnostics == [])
    #expect(found[0].isComplete)
    let once = await laboratory.run([lesson])
    #expect(found[0].records.count == once[0].records.count)
  }

  @Test func aFailureOfOnlyTheSecondRunIsReported() async throws {
    let lesson = try Fixture.lesson(
      Fixture.cells(
        "if TimeZone.current.identifier == \"Pacific/Chatham\" {\n  fatalError(\"far away\")\n}"))
    let found = try await Fixture.laboratory().runTwice([lesson])
    #expect(
      found[0].diagnostics.map(\.description) == [
        """
        lessons/t.md:8:3: error: two runs differ: only the second one fails: trap: far away
        \(Self.help)
        """
      ])
  }

  @Test func aLessonThatFailsTwiceIsReportedOnce() async throws {
    let lesson = try Fixture.lesson(Fixture.cells("print(Date())", "fatalError(\"no\")"))
    let found = try await Fixture.laboratory().runTwice([lesson])
    #expect(found[0].diagnostics.map(\.description) == ["lessons/t.md:10:1: error: trap: no"])
  }
}
