import Lessons
import Testing

/// Errors in cells, fences, headings and blocks.
@Suite struct BlockErrorTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "a comment within a paragraph",
      body: "Words <!-- a comment\n\nWords <!-- a -- b --> and <!-- right --> words.\n",
      """
      t.md:5:7: error: a comment that is not closed in its paragraph, or that contains '--'
      help: close it with '-->', or start it on its own line
      """,
      """
      t.md:7:7: error: a comment that is not closed in its paragraph, or that contains '--'
      help: close it with '-->', or start it on its own line
      """),
    InvalidLesson(
      "a math fence with other text",
      body: "```math chain\nx\n```\n",
      """
      t.md:5: warning: a 'math' fence followed by other text is shown as code
      help: write ```math, or ```math {#eq:name} to name it
      """),
    InvalidLesson(
      "an option below code",
      body: "```{swift}\nlet x = 1\n//| label: a\n```\n",
      """
      t.md:7: error: an option after the cell's first line of code
      help: put all '//|' lines directly below the fence, without indentation
      """),
    InvalidLesson(
      "an option below a blank line",
      body: "```{swift}\n\n//| label: a\n```\n",
      """
      t.md:7: error: an option after the cell's first line of code
      help: put all '//|' lines directly below the fence, without indentation
      """),
    InvalidLesson(
      "options of other languages",
      body: "```{swift}\n#| label: a\n%%| echo: false\n// | output: true\n```\n",
      """
      t.md:6: error: '#|' does not start an option
      help: write '//| label: a'
      """,
      """
      t.md:7: error: '%%|' does not start an option
      help: write '//| echo: false'
      """,
      """
      t.md:8: error: '// |' does not start an option
      help: write '//| output: true'
      """),
    InvalidLesson(
      "typographic quotation marks",
      body: "```{swift}\n//| code-summary: “Words”\nlet x = 1\n```\n",
      """
      t.md:6: warning: the quotation mark “ is part of the option's value
      help: use straight quotation marks, "…", or none
      """),
    InvalidLesson(
      "a full-width colon",
      body: "```{swift}\n//| label： a\nlet x = 1\n```\n",
      "t.md:6: error: the list of cell options is not a list of 'key: value' lines"),
    InvalidLesson(
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
      t.md:5: error: unknown kind of cell '{note}'
      help: write a block quote that begins with > [!NOTE]
      """,
      """
      t.md:9: error: unknown kind of cell '{math}'
      help: write '```math', or '```math {#eq:name}' to name it
      """,
      """
      t.md:13: error: unknown kind of cell '{figure} a.svg'
      help: write ![alt text](file)
      """,
      """
      t.md:16: error: unknown kind of cell '{.python}'
      help: write '```python' for code that is only shown
      """,
      """
      t.md:19: error: unknown kind of cell '{swift, echo=false}'
      help: write '```{swift}', with options on '//|' lines inside: //| label: name
      """),
    InvalidLesson(
      "text after a fence",
      body: "```swift {.numberLines}\nlet x = 1\n```\n\n```swift{1,3}\nlet x = 1\n```\n",
      """
      t.md:5: warning: unsupported text after a fence: '{.numberLines}'
      help: write only the language: ```swift
      """,
      """
      t.md:9: error: unsupported attributes of the fence 'swift{1,3}'
      help: write '```{swift}' for a cell, with its options on '//|' lines inside
      """),
    InvalidLesson(
      "a diagram in a fence",
      body: "```mermaid\na --> b\n```\n",
      """
      t.md:5: warning: a 'mermaid' fence is shown as code
      help: show an image file, ![alt text](file), or draw a figure in a cell
      """),
    InvalidLesson(
      "a fence indented by four spaces",
      body: "Words\n\n    Code\n    ```{swift}\n    let x = 1\n    ```\n",
      """
      t.md:8: error: a fence indented by four spaces is shown as code
      help: indent it no further than the text around it
      """),
    InvalidLesson(
      "two headings with one name",
      body: "## One {#a}\n\n## Two {#a}\n\n## Three {#a/b}\n",
      """
      t.md:7: error: two headings have the name 'a'
      help: the first is at line 5
      """,
      """
      t.md:9: error: the heading name 'a/b' cannot be used in a URL
      help: use letters, digits, '-', '_', '.' and ':'
      """),
    InvalidLesson(
      "a folded alert",
      body: "> [!NOTE]- Title\n> Words\n",
      """
      t.md:5: warning: the '-' after '[!NOTE]' is shown as part of the title
      help: remove it: predictions, hints and solutions start closed, all other alerts start open
      """),
    InvalidLesson(
      "an unknown alert",
      body: "> [!ABSTRACT]\n> Words\n",
      """
      t.md:5: error: unknown alert '[!ABSTRACT]'
      help: the alerts are NOTE, TIP, IMPORTANT, WARNING, CAUTION, PREDICT, EXERCISE, HINT, \
      SOLUTION, MISCONCEPTION, KEYPOINTS
      """),
    InvalidLesson(
      "HTML with a Markdown equivalent",
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
      help: write an alert '> [!HINT]', or '//| echo: fold' for a cell's code
      """),
    InvalidLesson(
      "an unclosed comment",
      body: "Words\n\n<!-- a comment\n\nmore words\n",
      """
      t.md:7: error: a comment is never closed
      help: close it with '-->'
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
