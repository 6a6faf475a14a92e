import Lessons
import Testing

/// What is wrong with cells, fences, headings and blocks.
@Suite struct BlockErrorTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "a comment within a paragraph",
      body: "Words <!-- a comment\n\nWords <!-- a -- b --> and <!-- right --> words.\n",
      """
      t.md:5:7: error: a comment that is not closed in its paragraph, or that has '--' in it
      help: close it with '-->', or begin it on a line of its own
      """,
      """
      t.md:7:7: error: a comment that is not closed in its paragraph, or that has '--' in it
      help: close it with '-->', or begin it on a line of its own
      """),
    Mistake(
      "a fence of math with other words",
      body: "```math chain\nx\n```\n",
      """
      t.md:5: warning: a fence of 'math' with other words behind it is shown as code
      help: write ```math, and its name as ```math {#eq:name}
      """),
    Mistake(
      "an option below code",
      body: "```{swift}\nlet x = 1\n//| label: a\n```\n",
      """
      t.md:7: error: an option below the cell's first line
      help: put all lines of '//|' directly below the fence, without spaces before them
      """),
    Mistake(
      "an option below a blank line",
      body: "```{swift}\n\n//| label: a\n```\n",
      """
      t.md:7: error: an option below the cell's first line
      help: put all lines of '//|' directly below the fence, without spaces before them
      """),
    Mistake(
      "options of other languages",
      body: "```{swift}\n#| label: a\n%%| echo: false\n// | output: true\n```\n",
      """
      t.md:6: error: '#|' begins no option
      help: write '//| label: a'
      """,
      """
      t.md:7: error: '%%|' begins no option
      help: write '//| echo: false'
      """,
      """
      t.md:8: error: '// |' begins no option
      help: write '//| output: true'
      """),
    Mistake(
      "typographic quotation marks",
      body: "```{swift}\n//| code-summary: “Words”\nlet x = 1\n```\n",
      """
      t.md:6: warning: the quotation mark “ is part of the option's value
      help: write "…" around a text, or no marks at all
      """),
    Mistake(
      "a full-width colon",
      body: "```{swift}\n//| label： a\nlet x = 1\n```\n",
      "t.md:6: error: the list of cell options is not a list of 'key: value' lines"),
    Mistake(
      "directives",
      body: """
        ```{note}
        x
        ```

        ```{math}
        x
        ```

        ```{figure} a.svg
        ```

        ```{.python}
        ```

        ```{swift, echo=false}
        ```

        """,
      """
      t.md:5: error: a cell of kind '{note}'
      help: write a quotation that begins with > [!NOTE]
      """,
      """
      t.md:9: error: a cell of kind '{math}'
      help: write '```math', and its name as '```math {#eq:name}'
      """,
      """
      t.md:13: error: a cell of kind '{figure} a.svg'
      help: write ![words](file)
      """,
      """
      t.md:16: error: a cell of kind '{.python}'
      help: write '```python' for code that is only shown
      """,
      """
      t.md:19: error: a cell of kind '{swift, echo=false}'
      help: write '```{swift}', and options on lines of '//|' inside: //| label: name
      """),
    Mistake(
      "words behind a fence",
      body: "```swift {.numberLines}\nlet x = 1\n```\n\n```swift{1,3}\nlet x = 1\n```\n",
      """
      t.md:5: warning: the words '{.numberLines}' behind a fence are not part of the format
      help: write the language alone: ```swift
      """,
      """
      t.md:9: error: the attributes of a fence of 'swift{1,3}'
      help: write '```{swift}' for a cell, and its options on lines of '//|' inside
      """),
    Mistake(
      "a drawing in a fence",
      body: "```mermaid\na --> b\n```\n",
      """
      t.md:5: warning: a fence of 'mermaid' is shown as code
      help: show a picture from a file, ![words](file), or let a cell draw a figure
      """),
    Mistake(
      "a fence that is indented by four",
      body: "Words\n\n    Code\n    ```{swift}\n    let x = 1\n    ```\n",
      """
      t.md:8: error: a fence that is indented by four spaces is code
      help: indent it no further than the text around it
      """),
    Mistake(
      "two headings of one name",
      body: "## One {#a}\n\n## Two {#a}\n\n## Three {#a/b}\n",
      """
      t.md:7: error: two headings have the name 'a'
      help: the first is at line 5
      """,
      """
      t.md:9: error: the heading's name 'a/b' cannot stand in an address
      help: use letters, digits, '-', '_', '.' and ':'
      """),
    Mistake(
      "a block that is folded",
      body: "> [!NOTE]- Title\n> Words\n",
      """
      t.md:5: warning: the '-' behind '[!NOTE]' is shown as a part of its title
      help: leave it out: predictions, hints and solutions are closed at first, all others are \
      open
      """),
    Mistake(
      "a block of an unknown kind",
      body: "> [!ABSTRACT]\n> Words\n",
      """
      t.md:5: error: unknown kind of block '[!ABSTRACT]'
      help: the kinds are NOTE, TIP, IMPORTANT, WARNING, CAUTION, PREDICT, EXERCISE, HINT, \
      SOLUTION, MISCONCEPTION, KEYPOINTS
      """),
    Mistake(
      "HTML that has a form here",
      body: "H<sub>2</sub>O<br>\n\n<details>\n",
      """
      t.md:5: error: raw HTML '<sub>'
      help: write a formula: $x_1$
      """,
      """
      t.md:5: error: raw HTML '</sub>'
      help: write a formula: $x_1$
      """,
      """
      t.md:5: error: raw HTML '<br>'
      help: write a '\\' at the end of the line
      """,
      """
      t.md:7: error: raw HTML '<details>'
      help: write a block '> [!HINT]', or '//| echo: fold' for a cell's code
      """),
    Mistake(
      "a comment that is never closed",
      body: "Words\n\n<!-- a comment\n\nmore words\n",
      """
      t.md:7: error: a comment that is never closed
      help: close it with '-->'
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
