import Lessons
import Testing

/// What is wrong with front matter and with characters.
@Suite struct FileErrorTests {
  static let mistakes: [Mistake] = [
    Mistake(
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
      t.md:2: warning: the title is plain words, and '$\\frac14$' is shown as it is typed
      help: write it without markup, in characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:3: warning: the description is plain words, and '`code`' is shown as it is typed
      help: write it without markup, in characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:6: warning: an objective is plain words, and '**that**' is shown as it is typed
      help: write it without markup, in characters such as ¼, x², σ′ or “…”
      """,
      """
      t.md:7: warning: a keyword is plain words, and '<b>' is shown as it is typed
      help: write it without markup, in characters such as ¼, x², σ′ or “…”
      """),
    Mistake(
      "a key that is repeated",
      "---\ntitle: T\ndescription: D\ntitle: U\n---\nWords.\n",
      "t.md:4: error: the front matter is not valid YAML: 'title' stands there twice"),
    Mistake(
      "a control character",
      body: "One\ntwo \0 and \u{7}\n",
      """
      t.md:6:5: error: a character that no page can show: U+0000
      help: delete it; an editor may not show it either
      """),
    Mistake(
      "a byte order mark in the middle",
      body: "One\n\u{FEFF}## Two\n",
      """
      t.md:6:1: error: a character that no page can show: U+FEFF
      help: delete it; an editor may not show it either
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
