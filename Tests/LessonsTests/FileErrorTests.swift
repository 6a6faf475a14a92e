import Lessons
import Testing

/// Errors in front matter, and invisible characters.
@Suite struct FileErrorTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "markup in a title",
      """
      ---
      title: 'Why $\\frac14$ is enough'
      description: A `code` and *stress*
      objectives:
        - read
        - see **that**
      keywords: [a, <b>]
      ---
      Words.

      """,
      """
      t.md:2: warning: the title is plain text, but '$\\frac14$' is markup
      help: use plain characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:3: warning: the description is plain text, but '`code`' is markup
      help: use plain characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:6: warning: an objective is plain text, but '**that**' is markup
      help: use plain characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:7: warning: a keyword is plain text, but '<b>' is markup
      help: use plain characters such as ¼, x², σ′ or “…”
      """),
    InvalidLesson(
      "a duplicate key",
      "---\ntitle: T\ndescription: D\ntitle: U\n---\nWords.\n",
      "t.md:4: error: the front matter is not valid YAML: duplicate key 'title'"),
    InvalidLesson(
      "a control character",
      body: "One\ntwo \0 and \u{7}\n",
      """
      t.md:6:5: error: invisible character U+0000
      help: delete it; your editor may not show it
      """),
    InvalidLesson(
      "a byte order mark in the middle",
      body: "One\n\u{FEFF}## Two\n",
      """
      t.md:6:1: error: invisible character U+FEFF
      help: delete it; your editor may not show it
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
