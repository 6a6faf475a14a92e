import Lessons
import Testing

/// The exact words of what is wrong with a lesson's form.
@Suite struct LessonErrorTests {
  static let mistakes = [
    Mistake("an empty lesson", " \n\n", "t.md:1: error: the lesson is empty"),
    Mistake(
      "front matter alone", head, "t.md:1: error: the lesson has no text below its front matter"),
    Mistake(
      "no front matter", "Words.\n",
      """
      t.md:1: error: the lesson does not begin with front matter
      help: begin with three lines: '---', 'title: …', '---'
      """),
    Mistake(
      "front matter that is never closed", "---\ntitle: T\n",
      "t.md:1: error: the front matter has no closing '---'"),
    Mistake(
      "front matter that is no YAML", "---\ntitle: T\ndescription: a: b\n---\nWords.\n",
      "t.md:3: error: the front matter is not valid YAML: "
        + "mapping values are not allowed in this context"),
    Mistake(
      "front matter that is no mapping", "---\n- a\n---\nWords.\n",
      "t.md:2: error: the front matter is not a list of 'key: value' lines"),
    Mistake(
      "an unknown key", "---\ntitel: T\ntitle: T\ndescription: D\n---\nWords.\n",
      "t.md:2: error: unknown front matter key 'titel'\nhelp: did you mean 'title'?"),
    Mistake(
      "a key of the wrong kind", "---\ntitle: T\ndescription: D\nseed: one\n---\nWords.\n",
      "t.md:4: error: 'seed' must be a whole number from 0"),
    Mistake(
      "a number out of bounds", "---\ntitle: T\ndescription: D\ntimeout: 0\n---\nWords.\n",
      "t.md:4: error: 'timeout' must be a whole number in 1...86400"),
    Mistake(
      "no title", "---\ndescription: D\n---\nWords.\n",
      "t.md:2: error: the front matter has no 'title'"),
    Mistake(
      "a title in the body", head + "# Title\n",
      """
      t.md:5: error: a '#' heading: the page's first heading is the title
      help: begin sections with '##'
      """),
    Mistake(
      "raw HTML", head + "Words <b>bold</b>.\n\n<div>\n",
      """
      t.md:5: error: raw HTML '<b>'
      help: write **words**
      """,
      """
      t.md:5: error: raw HTML '</b>'
      help: write **words**
      """,
      """
      t.md:7: error: raw HTML '<div>'
      help: a lesson is plain Markdown; put code in backticks, and write '\\<' for a '<'
      """),
    Mistake(
      "a fence never closed", head + "Words.\n\n```{swift}\nlet x = 1\n",
      "t.md:7: error: the fence is never closed\nhelp: close it with a line of '```'"),
    Mistake(
      "an unknown cell option", head + "```{swift}\n//| sesion: deep\nlet x = 1\n```\n",
      "t.md:6: error: unknown cell option 'sesion'\nhelp: did you mean 'session'?"),
    Mistake(
      "an unknown value", head + "```{swift}\n//| label: a\n//| echo: maybe\nlet x = 1\n```\n",
      "t.md:7: error: 'echo' must be one of true, false, fold"),
    Mistake(
      "a value that is nearly right", head + "```{swift}\n//| error: trapp\nlet x = 1\n```\n",
      "t.md:6: error: 'error' must be one of compile, trap\nhelp: did you mean 'trap'?"),
    Mistake(
      "a time that is none", head + "```{swift}\n//| timeout: soon\nlet x = 1\n```\n",
      "t.md:6: error: 'timeout' must be a whole number in 1...86400"),
    Mistake(
      "inputs that are no list", head + "```{swift}\n//| inputs: { a: b }\nlet x = 1\n```\n",
      "t.md:6: error: 'inputs' must be a list"),
    Mistake(
      "a cell of another kind", head + "```{python}\nx = 1\n```\n",
      """
      t.md:5: error: a cell of kind '{python}'
      help: cells that run are '{swift}'; code that is only shown has its name without braces
      """),
    Mistake(
      "an unknown block", head + "> [!SOLUTON]\n> Words.\n",
      "t.md:5: error: unknown kind of block '[!SOLUTON]'\nhelp: did you mean 'SOLUTION'?"),
    Mistake(
      "a link that runs a script", head + "Two\n[lines](JavaScript:alert).\n",
      "t.md:6: error: a 'javascript:' link"),
    Mistake(
      "a link that runs a script, spaces and all", head + "[a](<java\tscript:alert>)\n",
      "t.md:5: error: a 'javascript:' link"),
    Mistake(
      "a heading level left out", head + "## One\n\n#### Three\n",
      "t.md:7: warning: a heading of level 4 below one of level 2\nhelp: use '###'"),
    Mistake(
      "an image without words", head + "Two\n![ ](a.png)\n",
      """
      t.md:6: warning: an image without words
      help: say in its brackets what it shows: ![words](file)
      """),
    Mistake(
      "a solution without an exercise", head + "Words.\n\n> [!SOLUTION]\n> Done.\n",
      """
      t.md:7: error: a block '[!SOLUTION]' without an exercise
      help: put it into or right below its '[!EXERCISE]'
      """),
    Mistake(
      "two footnotes of one label", head + "Words.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
      "t.md:9: error: two footnotes have the label 'a'"),
    Mistake(
      "raw HTML after a table and a display",
      head + "| a |\n|---|\n| b |\n\n$$\nx\n- y\n$$\n\nWords <b>.\n",
      """
      t.md:14: error: raw HTML '<b>'
      help: write **words**
      """),
    Mistake(
      "raw HTML in a table's cell and in a footnote",
      head + "| a |\n|---|\n| <b> |\n\n[^n]: One\n    two <i>.\n\nWords.[^n]\n",
      """
      t.md:7: error: raw HTML '<b>'
      help: write **words**
      """,
      """
      t.md:10: error: raw HTML '<i>'
      help: write *words*
      """),
    Mistake(
      "several at once", "---\ntitle: T\ndescription: D\ntme: 3\n---\n# One\n\n> [!NOTES]\n> x\n",
      "t.md:4: error: unknown front matter key 'tme'\nhelp: did you mean 'time'?",
      """
      t.md:6: error: a '#' heading: the page's first heading is the title
      help: begin sections with '##'
      """,
      "t.md:8: error: unknown kind of block '[!NOTES]'\nhelp: did you mean 'NOTE'?"),
  ]

  @Test(arguments: mistakes) func saysWhatIsWrong(_ mistake: Mistake) {
    var diagnostics: [Diagnostic] = []
    _ = Lesson.parse(mistake.text, file: "t.md", diagnostics: &diagnostics)
    #expect(diagnostics.map(\.description) == mistake.expected)
  }

  @Test(arguments: mistakes) func carriageReturnsMakeNoDifference(_ mistake: Mistake) {
    for ending in ["\r\n", "\r"] {
      var diagnostics: [Diagnostic] = []
      let text = mistake.text.replacing("\n", with: ending)
      _ = Lesson.parse(text, file: "t.md", diagnostics: &diagnostics)
      #expect(diagnostics.map(\.description) == mistake.expected)
    }
  }

  /// A mistake in containers, behind what takes lines away, keeps its line.
  @Test(arguments: [
    ("- item\n\n\t> quote <b>\n", 7), ("1. one\n   > $$\n   > - x\n   > $$\n   >\n   > <b>\n", 10),
    ("> | a |\n> |---|\n> | <b> |\n", 7), ("$$\na\n$$\nand $x\n+ y$ and <b>\n", 9),
    ("```math\nx\n```\n\n\tcode\n\n* a\n\n\t* b <b>\n", 13),
  ])
  func linesAreRightInContainersAndBehindAdditions(_ body: String, _ line: Int) {
    var diagnostics: [Diagnostic] = []
    _ = Lesson.parse(head + body, file: "t.md", diagnostics: &diagnostics)
    #expect(diagnostics.map(\.summary) == ["raw HTML '<b>'"])
    #expect(diagnostics.map(\.place.line) == [line])
  }
}
