import Lessons
import Testing

/// Links without text or target, and links with unknown schemes.
@Suite struct LinkErrorTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "a heading by a scheme",
      body: "[](sec:two)\n",
      """
      t.md:5: error: unknown link scheme 'sec:'
      help: refer to a heading by its name: [](#two), with '## Heading {#two}'
      """),
    InvalidLesson(
      "an exercise by a scheme",
      body: "[](ex:1)\n",
      """
      t.md:5: error: unknown link scheme 'ex:'
      help: refer to an exercise by its anchor: [text](#exercise-1)
      """),
    InvalidLesson(
      "an unknown scheme",
      body: "[](foo:bar), [words](foo:bar) and <foo:bar>\n",
      """
      t.md:5: error: unknown link scheme 'foo:'
      help: use fig:, tbl:, eq:, cell:, lesson:, claim:, #name, a file or https://…
      """),
    InvalidLesson(
      "schemes of other tools",
      body: "[](table:a) [](eqn:b) [](listing:c) [](cite:d) [](fn:e) [](doi:10.1/f) [](doc:g)\n",
      """
      t.md:5: error: unknown link scheme 'table:'
      help: did you mean 'tbl:a'?
      """,
      """
      t.md:5: error: unknown link scheme 'eqn:'
      help: did you mean 'eq:b'?
      """,
      """
      t.md:5: error: unknown link scheme 'listing:'
      help: did you mean 'cell:c'?
      """,
      """
      t.md:5: error: unknown link scheme 'cite:'
      help: cite a work as [@d]
      """,
      """
      t.md:5: error: unknown link scheme 'fn:'
      help: refer to a footnote as [^e]
      """,
      """
      t.md:5: error: unknown link scheme 'doi:'
      help: write https://doi.org/10.1/f
      """,
      """
      t.md:5: error: unknown link scheme 'doc:'
      help: did you mean 'lesson:g'?
      """),
    InvalidLesson(
      "a misspelled scheme",
      body: "[](fgi:decay) and [x](htps://example.org)\n",
      """
      t.md:5: error: unknown link scheme 'fgi:'
      help: did you mean 'fig'?
      """,
      """
      t.md:5: error: unknown link scheme 'htps:'
      help: did you mean 'ftps'?
      """),
    InvalidLesson(
      "a link without text and target",
      body: "Two\n[]() and [words]()\n",
      """
      t.md:6: error: a link without a target
      help: write [text](address), or [](fig:name)
      """),
    InvalidLesson(
      "a reference without a name",
      body: "[](fig:) and [words](claim:)\n",
      """
      t.md:5: error: a link to 'fig:' without a name
      help: write [](fig:name)
      """,
      """
      t.md:5: error: a link to 'claim:' without a name
      help: write [text](claim:name)
      """),
    InvalidLesson(
      "a claim without text",
      body: "[](claim:peak) and [ ](claim:peak)\n",
      """
      t.md:5: error: a claim without text
      help: write [text](claim:peak)
      """),
    InvalidLesson(
      "an address without text",
      body: "[](https://example.org), [*  *](a.csv) and [](notes.md)\n",
      """
      t.md:5: error: a link without text
      help: write [text](https://example.org)
      """,
      """
      t.md:5: error: a link without text
      help: write [text](notes.md), or [](lesson:notes) for its title
      """),
    InvalidLesson(
      "an image without a file",
      body: "![words]()\n",
      """
      t.md:5: error: an image without a file
      help: write ![alt text](file)
      """),
    InvalidLesson(
      "an image of a figure",
      body: "![words](fig:decay)\n",
      """
      t.md:5: error: 'fig:decay' is not an image file
      help: figures appear below their cell; refer to one with [](fig:decay)
      """),
    InvalidLesson(
      "a formula in alt text",
      body: "![the curve of $x^2$](a.svg)\n",
      """
      t.md:5: warning: a formula in an image's alt text is read aloud as TeX
      help: write it in words or in plain characters: x², 10⁻³
      """),
    InvalidLesson(
      "an address with spaces",
      body: "Words [words](my file.csv) and [more](one\n",
      """
      t.md:5:7: warning: not a link: its address is not closed or contains spaces
      help: write [text](address), or [text](<an address>) if the address contains spaces
      """,
      """
      t.md:5:32: warning: not a link: its address is not closed or contains spaces
      help: write [text](address), or [text](<an address>) if the address contains spaces
      """),
    InvalidLesson(
      "an undefined label",
      body: "[words][one] and [words][Two  B]\n\n[two b]: https://example.org\n",
      """
      t.md:5:1: warning: the link label 'one' is not defined
      help: write [text](address), or define the label on its own line: [one]: address
      """),
    InvalidLesson(
      "a reference without parentheses",
      body: "See [fig:decay].\n",
      """
      t.md:5:5: warning: '[fig:decay]' is not a link
      help: write [](fig:decay), or [text](fig:decay)
      """),
    InvalidLesson(
      "invalid citations",
      body: "[see @a, p. 3], [@a and @b], [@a; b] and [*@a]\n",
      """
      t.md:5:1: warning: invalid citation: '[see @a, p. 3]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; put other text outside the brackets
      """,
      """
      t.md:5:17: warning: invalid citation: '[@a and @b]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; put other text outside the brackets
      """,
      """
      t.md:5:30: warning: invalid citation: '[@a; b]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; put other text outside the brackets
      """,
      """
      t.md:5:42: warning: invalid citation: '[*@a]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; put other text outside the brackets
      """),
    InvalidLesson(
      "a footnote name with spaces",
      body: "Words[^a note].\n",
      """
      t.md:5:6: warning: a footnote's name cannot contain spaces, and its text goes in its \
      definition
      help: write [^name] here, and define it on its own line: [^name]: text
      """),
    InvalidLesson(
      "a footnote in a block quote",
      body: "Words.[^a]\n\n> [^a]: A note.\n",
      """
      t.md:7:3: error: a footnote definition inside a list or a block quote
      help: move it to the left margin, outside the list or block quote
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
