import Lessons
import Testing

/// Values, code and formulas that are not closed, or stand in each other.
@Suite struct ValueErrorTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "a value that a list ends",
      body: "All of it is `{swift} 1\n+ 1`.\n",
      """
      t.md:5:14: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    Mistake(
      "a value that is not closed",
      body: "Here `{swift} left is not closed.\n",
      """
      t.md:5:6: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    Mistake(
      "a value in a table that is not closed",
      body: "| a |\n|---|\n| `{swift} b |\n",
      """
      t.md:7:3: error: the value that begins here is not closed in its paragraph
      help: end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' \
      ends a paragraph
      """),
    Mistake(
      "values of other languages",
      body: "`{python} 3`, `{r} x` and `{Swift} y`\n",
      """
      t.md:5: error: a value of kind '{python}', which nothing computes
      help: values are computed in Swift: `{swift} …`; write `` `{python} …` `` to show one
      """,
      """
      t.md:5: error: a value of kind '{r}', which nothing computes
      help: values are computed in Swift: `{swift} …`; write `` `{r} …` `` to show one
      """,
      """
      t.md:5: error: a value of kind '{Swift}'
      help: write `{swift} …`
      """),
    Mistake(
      "a value without an expression",
      body: "`{swift}` and `{swift deep}`\n",
      """
      t.md:5: error: a value without an expression
      help: write `{swift} expression`
      """),
    Mistake(
      "a value with options",
      body: "`{swift echo false} x`\n",
      """
      t.md:5: error: a value with the options 'echo false'
      help: write `{swift} …`, or `{swift session} …` for a session's
      """),
    Mistake(
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
    Mistake(
      "a value inside a display",
      body: "$$ p = `{swift} peak` $$\n",
      """
      t.md:5:1: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    Mistake(
      "a value inside a ticked formula",
      body: "$`{swift} peak`$\n",
      """
      t.md:5:1: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    Mistake(
      "a value inside a fence of math",
      body: "```math\np = `{swift} peak`\n```\n",
      """
      t.md:6: error: a value inside a formula
      help: end the formula before the value: $p =$ `{swift} …`
      """),
    Mistake(
      "code that is not closed",
      body: "Some `code that is not closed.\n",
      """
      t.md:5:6: warning: a backtick opens code here that is not closed in its paragraph
      help: close it with as many backticks, or write '\\`' for a backtick
      """),
    Mistake(
      "words between dollars",
      body: "It is $x and that is y$ here; and $5 for all the rest$.\n",
      """
      t.md:5:7: warning: the words between these dollars are set as a formula
      help: write '\\$' for a dollar, and \\text{…} for words in a formula
      """,
      """
      t.md:5:35: warning: the words between these dollars are set as a formula
      help: write '\\$' for a dollar, and \\text{…} for words in a formula
      """),
    Mistake(
      "a display that is not closed",
      body: "$$ x = 1\n",
      """
      t.md:5:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollars
      """),
    Mistake(
      "a display with a blank line",
      body: "$$\nx\n\ny\n$$\n",
      """
      t.md:5:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollars
      """,
      """
      t.md:9:1: error: '$$' opens a formula that is not closed in its paragraph
      help: close it with '$$', without a blank line inside; write '\\$\\$' for two dollars
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
