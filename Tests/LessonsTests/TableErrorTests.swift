import Lessons
import Testing

/// Errors and warnings about tables: rows with missing or extra cells, missing lines of dashes.
@Suite struct TableErrorTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "too many cells",
      body: "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n",
      """
      t.md:7: error: a row with 3 cells in a table with 2 columns
      help: write '\\|' for a bar within a cell
      """),
    InvalidLesson(
      "too few cells",
      body: "| a | b |\n|---|---|\n| 1 |\nWords below.\n",
      """
      t.md:7: warning: a row with 1 cell in a table with 2 columns
      help: write '|' for each empty cell; a paragraph below a table needs a blank line before it
      """,
      """
      t.md:8: warning: a row with 1 cell in a table with 2 columns
      help: write '|' for each empty cell; a paragraph below a table needs a blank line before it
      """),
    InvalidLesson(
      "a wrong number of cells in the line of dashes",
      body: "| a | b |\n|---|\n| 1 | 2 |\n",
      """
      t.md:6: warning: these lines look like a table but are not one
      help: the row above has 2 cells, but this line of dashes has 1
      """),
    InvalidLesson(
      "no dashes",
      body: "| a | b |\n| 1 | 2 |\n",
      """
      t.md:5: warning: these lines look like a table but are not one
      help: write a line of dashes below the first row: |---|---|
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
