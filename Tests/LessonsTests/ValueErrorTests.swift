import Lessons
import Testing

/// Values, code and formulas that are unclosed or nested in each other.
@Suite struct ValueErrorTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "a value interrupted by a list",
      body: "All of it is `{swift} 1\n+ 1`.\n",
      """
      t.md:5:14: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    InvalidLesson(
      "an unclosed value",
      body: "Here `{swift} left is not closed.\n",
      """
      t.md:5:6: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    InvalidLesson(
      "an unclosed value in a table",
      body: "| a |\n|---|\n| `{swift} b |\n",
      """
      t.md:7:3: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    InvalidLesson(
      "values of other languages",
      body: "`{python} 3`, `{r} x` and `{Swift} y`\n",
      """
      t.md:5: error: unsupported language of a value: '{python}'
      help: values are Swift code: `{swift} …`; write `` `{python} …` `` to show the code itself
      """,
      """
      t.md:5: error: unsupported language of a value: '{r}'
      help: values are Swift code: `{swift} …`; write `` `{r} …` `` to show the code itself
      """,
      """
      t.md:5: error: unsupported language of a value: '{Swift}'
      help: write `{swift} …`
      """),
    InvalidLesson(
      "a value without an expression",
      body: "`{swift}` and `{swift deep}`\n",
      """
      t.md:5: error: a value without an expression
      help: write `{swift} expression`
      """),
    InvalidLesson(
      "a value with options",
      body: "`{swift echo false} x`\n",
      """
      t.md:5: error: unsupported options of a value: 'echo false'
      help: write `{swift} …`, or `{swift session} …` for a named session
      """),
    InvalidLesson(
      "a value inside a formula",
      body: "The slope is $p = `{swift} peak`$ at zero, or $`{swift} peak`^2$.\n",
      """
      t.md:5:14: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """,
      """
      t.md:5:47: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    InvalidLesson(
      "a value inside a display formula",
      body: "$$ p = `{swift} peak` $$\n",
      """
      t.md:5:1: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    InvalidLesson(
      "a value inside a formula in backticks",
      body: "$`{swift} peak`$\n",
      """
      t.md:5:1: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    InvalidLesson(
      "a value inside a math fence",
      body: "```math\np = `{swift} peak`\n```\n",
      """
      t.md:6: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    InvalidLesson(
      "unclosed code",
      body: "Some `code that is not closed.\n",
      """
      t.md:5:6: warning: this backtick opens code that is not closed in its paragraph
      help: close it with the same number of backticks, or write '\\`' for a literal backtick
      """),
    InvalidLesson(
      "text between dollar signs",
      body: "It is $x and that is y$ here; and $5 for all the rest$.\n",
      """
      t.md:5:7: warning: the text between these dollar signs is treated as a formula
      help: write '\\$' for a dollar sign, and \\text{…} for text in a formula
      """,
      """
      t.md:5:35: warning: the text between these dollar signs is treated as a formula
      help: write '\\$' for a dollar sign, and \\text{…} for text in a formula
      """),
    InvalidLesson(
      "an unclosed display formula",
      body: "$$ x = 1\n",
      """
      t.md:5:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollar signs
      """),
    InvalidLesson(
      "a display formula with a blank line",
      body: "$$\nx\n\ny\n$$\n",
      """
      t.md:5:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollar signs
      """,
      """
      t.md:9:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollar signs
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
