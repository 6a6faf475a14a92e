import Lessons
import Testing

/// Nothing of a table is lost in silence.
@Suite struct TableErrorTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "too many cells",
      body: "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n",
      """
      t.md:7: error: a row of 3 cells in a table of 2 columns
      help: write '\\|' for a bar within a cell
      """),
    Mistake(
      "too few cells",
      body: "| a | b |\n|---|---|\n| 1 |\nWords below.\n",
      """
      t.md:7: warning: a row of 1 cell in a table of 2 columns
      help: write '|' for each empty cell; a paragraph below a table needs a blank line before it
      """,
      """
      t.md:8: warning: a row of 1 cell in a table of 2 columns
      help: write '|' for each empty cell; a paragraph below a table needs a blank line before it
      """),
    Mistake(
      "dashes for another number of cells",
      body: "| a | b |\n|---|\n| 1 | 2 |\n",
      """
      t.md:6: warning: these lines look like a table and are none
      help: the row above has 2 cells, and this line of dashes 1
      """),
    Mistake(
      "no dashes",
      body: "| a | b |\n| 1 | 2 |\n",
      """
      t.md:5: warning: these lines look like a table and are none
      help: write a line of dashes below the first row: |---|---|
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
