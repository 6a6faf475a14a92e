import Lessons
import Testing

/// The exact text of errors in the syntax of a lesson.
@Suite struct LessonErrorTests {
  static let cases = [
    InvalidLesson("an empty lesson", " \n\n", "t.md:1: error: the lesson is empty"),
    InvalidLesson(
      "front matter alone", head, "t.md:1: error: the lesson has no text below its front matter"),
    InvalidLesson(
      "no front matter", "Words.\n",
      """
      t.md:1: error: the lesson does not begin with front matter
      help: begin with three lines: '---', 'title: …', '---'
      """),
    InvalidLesson(
      "unclosed front matter", "---\ntitle: T\n",
      "t.md:1: error: the front matter has no closing '---'"),
    InvalidLesson(
      "front matter that is not YAML", "---\ntitle: T\ndescription: a: b\n---\nWords.\n",
      "t.md:3: error: the front matter is not valid YAML: "
        + "mapping values are not allowed in this context"),
    InvalidLesson(
      "front matter that is not a mapping", "---\n- a\n---\nWords.\n",
      "t.md:2: error: the front matter is not a list of 'key: value' lines"),
    InvalidLesson(
      "an unknown key", "---\ntitel: T\ntitle: T\ndescription: D\n---\nWords.\n",
      "t.md:2: error: unknown front matter key 'titel'\nhelp: did you mean 'title'?"),
    InvalidLesson(
      "a key with a value of the wrong type",
      "---\ntitle: T\ndescription: D\nseed: one\n---\nWords.\n",
      "t.md:4: error: 'seed' must be a whole number from 0"),
    InvalidLesson(
      "a number out of bounds", "---\ntitle: T\ndescription: D\ntimeout: 0\n---\nWords.\n",
      "t.md:4: error: 'timeout' must be a whole number in 1...86400"),
    InvalidLesson(
      "no title", "---\ndescription: D\n---\nWords.\n",
      "t.md:2: error: the front matter has no 'title'"),
    InvalidLesson(
      "a title in the body", head + "# Title\n",
      """
      t.md:5: error: a '#' heading is reserved for the title
      help: start sections with '##'
      """),
    InvalidLesson(
      "raw HTML", head + "Words <b>bold</b>.\n\n<div>\n",
      """
      t.md:5: error: raw HTML '<b>'
      help: write **text**
      """,
      """
      t.md:5: error: raw HTML '</b>'
      help: write **text**
      """,
      """
      t.md:7: error: raw HTML '<div>'
      help: a lesson is plain Markdown; put code in backticks, and write '\\<' for a '<'
      """),
    InvalidLesson(
      "an unclosed fence", head + "Words.\n\n```{swift}\nlet x = 1\n",
      "t.md:7: error: the fence is never closed\nhelp: close it with a line of '```'"),
    InvalidLesson(
      "an unknown cell option", head + "```{swift}\n//| sesion: deep\nlet x = 1\n```\n",
      "t.md:6: error: unknown cell option 'sesion'\nhelp: did you mean 'session'?"),
    InvalidLesson(
      "an unknown value", head + "```{swift}\n//| label: a\n//| echo: maybe\nlet x = 1\n```\n",
      "t.md:7: error: 'echo' must be one of true, false, fold"),
    InvalidLesson(
      "a misspelled value", head + "```{swift}\n//| error: trapp\nlet x = 1\n```\n",
      "t.md:6: error: 'error' must be one of compile, trap\nhelp: did you mean 'trap'?"),
    InvalidLesson(
      "a timeout that is not a number", head + "```{swift}\n//| timeout: soon\nlet x = 1\n```\n",
      "t.md:6: error: 'timeout' must be a whole number in 1...86400"),
    InvalidLesson(
      "inputs that are not a list", head + "```{swift}\n//| inputs: { a: b }\nlet x = 1\n```\n",
      "t.md:6: error: 'inputs' must be a list"),
    InvalidLesson(
      "a cell of another kind", head + "```{python}\nx = 1\n```\n",
      """
      t.md:5: error: unknown kind of cell '{python}'
      help: write '{swift}' for a cell, or the language without braces for code that is only shown
      """),
    InvalidLesson(
      "an unknown alert", head + "> [!SOLUTON]\n> Words.\n",
      "t.md:5: error: unknown alert '[!SOLUTON]'\nhelp: did you mean 'SOLUTION'?"),
    InvalidLesson(
      "a link that runs a script", head + "Two\n[lines](JavaScript:alert).\n",
      "t.md:6: error: a 'javascript:' link is not allowed"),
    InvalidLesson(
      "a link that runs a script, with spaces", head + "[a](<java\tscript:alert>)\n",
      "t.md:5: error: a 'javascript:' link is not allowed"),
    InvalidLesson(
      "a skipped heading level", head + "## One\n\n#### Three\n",
      "t.md:7: warning: the heading level jumps from 2 to 4\nhelp: use '###'"),
    InvalidLesson(
      "an image without alt text", head + "Two\n![ ](a.png)\n",
      """
      t.md:6: warning: an image without alt text
      help: describe the image in its brackets: ![alt text](file)
      """),
    InvalidLesson(
      "a solution without an exercise", head + "Words.\n\n> [!SOLUTION]\n> Done.\n",
      """
      t.md:7: error: an alert '[!SOLUTION]' without an exercise
      help: put it inside or directly below its '[!EXERCISE]'
      """),
    InvalidLesson(
      "two footnotes with one label", head + "Words.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
      "t.md:9: error: two footnotes have the label 'a'"),
    InvalidLesson(
      "raw HTML after a table and a display",
      head + "| a |\n|---|\n| b |\n\n$$\nx\n- y\n$$\n\nWords <b>.\n",
      """
      t.md:14: error: raw HTML '<b>'
      help: write **text**
      """),
    InvalidLesson(
      "raw HTML in a table's cell and in a footnote",
      head + "| a |\n|---|\n| <b> |\n\n[^n]: One\n    two <i>.\n\nWords.[^n]\n",
      """
      t.md:7: error: raw HTML '<b>'
      help: write **text**
      """,
      """
      t.md:10: error: raw HTML '<i>'
      help: write *text*
      """),
    InvalidLesson(
      "several at once", "---\ntitle: T\ndescription: D\ntme: 3\n---\n# One\n\n> [!NOTES]\n> x\n",
      "t.md:4: error: unknown front matter key 'tme'\nhelp: did you mean 'time'?",
      """
      t.md:6: error: a '#' heading is reserved for the title
      help: start sections with '##'
      """,
      "t.md:8: error: unknown alert '[!NOTES]'\nhelp: did you mean 'NOTE'?"),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    var diagnostics: [Diagnostic] = []
    _ = Lesson.parse(lesson.text, file: "t.md", diagnostics: &diagnostics)
    #expect(diagnostics.map(\.description) == lesson.expected)
  }

  @Test(arguments: cases) func carriageReturnsMakeNoDifference(_ lesson: InvalidLesson) {
    for ending in ["\r\n", "\r"] {
      var diagnostics: [Diagnostic] = []
      let text = lesson.text.replacing("\n", with: ending)
      _ = Lesson.parse(text, file: "t.md", diagnostics: &diagnostics)
      #expect(diagnostics.map(\.description) == lesson.expected)
    }
  }

  /// An error in containers or after elements that are replaced has its own line.
  @Test(arguments: [
    ("- item\n\n\t> quote <b>\n", 7), ("1. one\n   > $$\n   > - x\n   > $$\n   >\n   > <b>\n", 10),
    ("> | a |\n> |---|\n> | <b> |\n", 7), ("$$\na\n$$\nand $x\n+ y$ and <b>\n", 9),
    ("```math\nx\n```\n\n\tcode\n\n* a\n\n\t* b <b>\n", 13),
  ])
  func linesAreRightInContainersAndAfterExtensions(_ body: String, _ line: Int) {
    var diagnostics: [Diagnostic] = []
    _ = Lesson.parse(head + body, file: "t.md", diagnostics: &diagnostics)
    #expect(diagnostics.map(\.summary) == ["raw HTML '<b>'"])
    #expect(diagnostics.map(\.place.line) == [line])
  }
}
