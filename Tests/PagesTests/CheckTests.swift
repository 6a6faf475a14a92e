import Lessons
import Pages
import Records
import Testing

/// The exact words of what is wrong between a lesson's prose and its measurements.
@Suite struct CheckTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"

  private func words(_ measured: MeasuredLesson...) -> [String] {
    Check(measured).diagnostics.map(\.description)
  }

  @Test func aLessonWhoseClaimsHoldSaysNothing() throws {
    let measured = try sample(cell + "[It is one](claim:one).", [claim("one", 1.2)])
    #expect(words(measured) == [])
  }

  @Test func aClaimThatFailsIsReportedAtItsCallWithItsWords() throws {
    let measured = try sample(cell + "[It is *one*](claim:one).", [claim("one", 2.5)])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the claim 'one' fails: measured 2.5, demanded 1 within 0.5
        help: line 8 says: It is one
        """
      ])
  }

  @Test func wordsThatNoCellBacksAreAnError() throws {
    let measured = try sample(
      cell + "[One](claim:one) and\n[one](claim:oen).", [claim("one", 1)])
    #expect(
      words(measured) == [
        "lessons/01-one.md:9: error: no cell makes the claim 'oen'\nhelp: did you mean 'one'?"
      ])
  }

  @Test func aClaimWithoutWordsIsAnError() throws {
    let measured = try sample(cell, [claim("one", 1, line: 0)])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: no words of the prose are bound to the claim 'one'
        help: bind them: [the words](claim:one)
        """
      ])
  }

  @Test func aLessonThatDidNotRunToItsEndIsNotBlamedForWhatIsMissing() throws {
    let measured = try sample(
      cell + "[One](claim:one), [](fig:decay).", [], isComplete: false)
    #expect(words(measured) == [])
  }

  @Test func twoOfOneNameAreAnError() throws {
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

  @Test func aCallThatMakesOneNameAgainAndAgainIsAnError() throws {
    let measured = try sample(
      cell, [figure("decay"), figure("decay", id: 2), table("a"), table("a", id: 8)])
    #expect(
      words(measured)
        == ["figures", "tables"].map { things in
          """
          lessons/01-one.md:6: error: two \(things) have the name '\(things == "figures" ? "decay" : "a")'
          help: the call runs again and again: put what differs into the name
          """
        })
  }

  @Test func namesMustFitIntoAnAddress() throws {
    let measured = try sample(cell, [figure("a b")])
    #expect(
      words(measured) == [
        """
        lessons/01-one.md:6: error: the name 'a b' cannot stand in an address
        help: use letters, digits, '-' and '_'
        """
      ])
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
