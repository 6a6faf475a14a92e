import Charts
import Lessons
import Pages
import Records
import Testing

/// The exact messages about errors in figures, tables and values.
@Suite struct ResultCheckTests {
  private let cell = "```{swift}\nlet x = 1\nlet y = 2\n```\n"

  private func words(_ body: String, _ records: Record...) throws -> [String] {
    problems([try sample(body, records)]).map(\.description)
  }

  @Test(arguments: ["", " \n "]) func aFigureWithoutAltTextIsAnError(_ alt: String) throws {
    #expect(
      try words(cell, figure("decay", alt: alt)) == [
        """
        lessons/01-one.md:6: error: the figure 'decay' has an empty alt text
        help: describe the figure for readers who cannot see it; alt can contain measured values
        """
      ])
  }

  @Test func aSweepWithAFrameForEachValueIsValid() throws {
    let whole = sweep("s", over: [.number(2), .category("b")], frames: (0, "A."), (1, "B."))
    #expect(try words(cell, whole) == [])
  }

  @Test func aFrameWithoutAltTextIsAnErrorAtItsCall() throws {
    #expect(
      try words(cell, sweep("s", over: [.number(2)], frames: (0, " "))) == [
        """
        lessons/01-one.md:7: error: a frame of 's' has an empty alt text
        help: describe the figure for readers who cannot see it; alt can contain measured values
        """
      ])
  }

  @Test func eachValueNeedsExactlyOneFrame() throws {
    let values = [2, 5, 0.5].map { Datum.number($0) }
    #expect(
      try words(cell, sweep("s", over: values, frames: (1, "A."), (2, "A."), (2, "A."))) == [
        """
        lessons/01-one.md:6: error: 's' has no frame for depth = 2
        help: the block of 'explore' draws one 'frame' for each value
        """,
        """
        lessons/01-one.md:6: error: 's' has 2 frames for depth = 0.5
        help: the block of 'explore' draws one 'frame' for each value
        """,
      ])
  }

  @Test func aSweepNeedsUniqueValues() throws {
    #expect(
      try words(cell, sweep("s", over: [])) == [
        """
        lessons/01-one.md:6: error: the sweep of 's' has no values
        help: list them: over: [2, 5, 10]
        """
      ])
    let twice: [Datum] = [.category("a"), .category("a")]
    #expect(
      try words(cell, sweep("s", over: twice, frames: (0, "A."), (1, "A."))) == [
        "lessons/01-one.md:6: error: the sweep of 's' has the value a twice"
      ])
  }

  @Test func rowsNeedOneEntryForEachColumn() throws {
    #expect(
      try words(
        cell,
        table(
          "t", rows: [[.whole(1), .whole(2)], [.whole(1), .whole(2), .nothing]])) == [
          "lessons/01-one.md:7: error: a row of length 3 in the table 't' with 2 columns"
        ])
    #expect(
      try words(cell, table("t", rows: [])) == [
        "lessons/01-one.md:6: error: the table 't' has no rows"
      ])
  }

  @Test func anEmptyValueIsAnErrorAtItsPlace() throws {
    #expect(
      try words(
        "Here `{swift} a` and\n`{swift other} b.last`.", .value(index: 0, text: "1"),
        .nothing(index: 1)) == [
          """
          lessons/01-one.md:6: error: the value 'b.last' is nil or empty, so there is nothing to show
          help: provide a default value, as in '?? 0'
          """
        ])
  }
}
