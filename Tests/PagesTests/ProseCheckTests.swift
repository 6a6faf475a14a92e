import Lessons
import Pages
import Records
import Testing

/// The exact messages about differences between a lesson's prose and its results.
@Suite struct ProseCheckTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"

  private func words(_ measured: MeasuredLesson...) -> [String] {
    problems(measured).map(\.description)
  }

  @Test func aLessonWhoseClaimsHoldHasNoDiagnostics() throws {
    let measured = try sample(cell + "[It is one](claim:one).", [claim("one", 1.2)])
    #expect(words(measured) == [])
  }

  @Test func aFailingClaimIsReportedAtItsCallWithItsText() throws {
    let measured = try sample(cell + "[It is *one*](claim:one).", [claim("one", 2.5)])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the claim 'one' fails: measured 2.5, demanded 1 within 0.5
        help: line 8 says: It is one
        """
      ])
  }

  @Test func textLinkedToAMissingClaimIsAnError() throws {
    let measured = try sample(
      cell + "[One](claim:one) and\n[one](claim:oen).", [claim("one", 1)])
    #expect(
      words(measured) == [
        "lessons/01-one.md:9: error: no cell makes the claim 'oen'\nhelp: did you mean 'one'?"
      ])
  }

  @Test func aClaimThatTheProseIgnoresIsAnError() throws {
    let measured = try sample(cell, [claim("one", 1, line: 0)])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the prose does not refer to the claim 'one'
        help: link some text to it: [text](claim:one)
        """
      ])
  }

  @Test func missingResultsOfAnIncompleteRunAreNotReported() throws {
    let measured = try sample(
      cell + "[One](claim:one), [](fig:decay).", [], isComplete: false)
    #expect(words(measured) == [])
  }

  @Test func duplicateNamesAreAnError() throws {
    let measured = try sample(
      cell + "\n```{swift}\n//| label: a\n```\n\n```{swift}\n//| label: a\n```\n[w](claim:one)",
      [
        claim("one", 1), claim("one", 1, line: 3), figure("decay"), figure("decay", id: 2, cell: 1),
      ])
    #expect(
      words(measured) == [
        "lessons/01-one.md:13: error: two cells have the label 'a'\nhelp: the first is at line 9",
        "lessons/01-one.md:9: error: two claims have the name 'one'\nhelp: the first is at line 6",
        "lessons/01-one.md:11: error: two figures have the name 'decay'\nhelp: the first is at line 6",
      ])
  }

  @Test func aCallThatRepeatsANameIsAnError() throws {
    let measured = try sample(
      cell, [figure("decay"), figure("decay", id: 2), table("a"), table("a", id: 8)])
    #expect(
      words(measured)
        == ["figures", "tables"].map { things in
          """
          lessons/01-one.md:6: error: two \(things) have the name '\(things == "figures" ? "decay" : "a")'
          help: the call runs more than once: include what varies in the name
          """
        })
  }

  @Test func namesMustBeUsableInAddresses() throws {
    let measured = try sample(cell, [figure("a b")])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the name 'a b' cannot be part of an address
        help: use letters, digits, '-' and '_'
        """
      ])
  }

  @Test(arguments: ["", " \n "]) func aFigureWithoutAltTextIsAnError(_ alt: String) throws {
    let measured = try sample(cell, [figure("decay", alt: alt)])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the figure 'decay' has an empty alt text
        help: describe the figure for readers who cannot see it; alt can contain measured values
        """
      ])
  }

  @Test func footnotesNeedDefinitionsAndDefinitionsNeedUse() throws {
    let measured = try sample("One.[^one] Two.[^tow]\n\n[^one]: Note.\n\n[^two]: Note.\n")
    #expect(
      words(measured) == [
        "lessons/01-one.md:5: error: there is no footnote 'tow'\nhelp: did you mean 'two'?",
        "lessons/01-one.md:9: warning: nothing refers to the footnote 'two'",
      ])
  }

  @Test func citationsNeedTheirWorks() throws {
    let measured = try sample("One\n[@glorot2010; @glorrot].")
    var work = CitedWork(id: "glorot2010")
    work.title = "T"
    #expect(
      problems([measured], works: [work]).map(\.description) == [
        "lessons/01-one.md:6: error: there is no work 'glorrot'"
      ])
  }

  @Test func equationsHaveOneLabelEachAndReferencesNeedThem() throws {
    let measured = try sample("$$ a $$ {#eq:one}\n\n$$ b $$ {#eq:one}\n\n[](eq:one) [](eq:noe)")
    #expect(
      words(measured) == [
        "lessons/01-one.md:7: error: two equations have the label 'one'\nhelp: the first is at line 5",
        "lessons/01-one.md:9: error: there is no equation 'noe'\nhelp: did you mean 'one'?",
      ])
  }

  static let numbers: [(String, Double, Bool)] = [
    ("about 0.25", 0.2501, true), ("about 0.25", 0.256, false), ("0.3", 0.25, true),
    ("0.2", 0.256, false), ("25%", 0.2501, true), ("26%", 0.2501, false),
    ("9.5 × 10⁻⁷", 9.5367e-7, true), ("9.6 × 10⁻⁷", 9.5367e-7, false), ("13,781", 13_780.6, true),
    ("13,782", 13_780.6, false), ("−2", -2.3, true), ("`{swift} x` and no other", 7, true),
    ("`0.9` and $x = 0.8$", 7, true), ("$0.9$", 7, false), ("within 0.5 of 1", 1.2, true),
    ("no number", 3, true),
  ]

  @Test(arguments: numbers) func aNumberInAClaimsTextMustBeTheMeasuredOne(
    _ words: String, value: Double, isRight: Bool
  ) throws {
    let record = Record.claim(
      Claim(
        name: "c", measured: .numbers([value]), demand: .equals(value: 1, within: 0.5),
        place: CellPlace(cell: 0, line: 0)))
    var measured = try sample(cell + "[\(words)](claim:c)", [record])
    // Only the text of a claim that holds is checked.
    measured = MeasuredLesson(
      lesson: measured.lesson, records: [record.holding(value)], isComplete: true)
    let warnings = problems([measured])
    #expect(warnings.isEmpty == isRight, "\(warnings)")
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.place.line == 8 })
  }

  @Test func referencesNeedTheirTargets() throws {
    let other = try sample(cell, [figure("decay")], name: "02-two")
    let measured = try sample(
      """
      [](fig:decai) [](cell:peak) [](lesson:02-tow)
      [](fig:02-two/decay) [](fig:02-two/dekay) [](fig:03-no/decay) [](lesson:02-two)
      [](tbl:left) [](tbl:lefd) [](tbl:02-two/left) [](fig:left)
      """, [figure("decay"), table("left")])
    #expect(
      words(measured, other) == [
        "lessons/01-one.md:5: error: there is no figure 'decai'\nhelp: did you mean 'decay'?",
        "lessons/01-one.md:5: error: there is no cell 'peak'",
        "lessons/01-one.md:5: error: there is no lesson '02-tow'\nhelp: did you mean '02-two'?",
        "lessons/01-one.md:6: error: there is no figure 'dekay'\nhelp: did you mean 'decay'?",
        "lessons/01-one.md:6: error: there is no lesson '03-no'",
        "lessons/01-one.md:7: error: there is no table 'lefd'\nhelp: did you mean 'left'?",
        "lessons/01-one.md:7: error: there is no table 'left'",
        "lessons/01-one.md:7: error: there is no figure 'left'",
      ])
  }
}

extension Record {
  /// The claim with a demand that holds, if its own does not: a bound that no text mentions.
  fileprivate func holding(_ value: Double) -> Record {
    guard case .claim(var claim) = self else { return self }
    if !claim.holds { claim.demand = .atMost(bound: 123_456) }
    return .claim(claim)
  }
}
