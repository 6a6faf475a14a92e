import Lessons
import Testing

/// No link is without words and without a target, and none is of an unknown kind.
@Suite struct LinkErrorTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "a heading by a scheme",
      body: "[](sec:two)\n",
      """
      t.md:5: error: a link of the unknown kind 'sec:'
      help: a heading is referred to by its name: [](#two), where it is '## Words {#two}'
      """),
    Mistake(
      "an exercise by a scheme",
      body: "[](ex:1)\n",
      """
      t.md:5: error: a link of the unknown kind 'ex:'
      help: an exercise is a place on its page: [words](#exercise-1)
      """),
    Mistake(
      "an unknown scheme",
      body: "[](foo:bar), [words](foo:bar) and <foo:bar>\n",
      """
      t.md:5: error: a link of the unknown kind 'foo:'
      help: links lead to fig:, tbl:, eq:, cell:, lesson: and claim:, to #name, a file, or \
      https://…
      """),
    Mistake(
      "schemes of other tools",
      body: "[](table:a) [](eqn:b) [](listing:c) [](cite:d) [](fn:e) [](doi:10.1/f) [](doc:g)\n",
      """
      t.md:5: error: a link of the unknown kind 'table:'
      help: did you mean 'tbl:a'?
      """,
      """
      t.md:5: error: a link of the unknown kind 'eqn:'
      help: did you mean 'eq:b'?
      """,
      """
      t.md:5: error: a link of the unknown kind 'listing:'
      help: did you mean 'cell:c'?
      """,
      """
      t.md:5: error: a link of the unknown kind 'cite:'
      help: a work is cited as [@d]
      """,
      """
      t.md:5: error: a link of the unknown kind 'fn:'
      help: a footnote is referred to as [^e]
      """,
      """
      t.md:5: error: a link of the unknown kind 'doi:'
      help: write https://doi.org/10.1/f
      """,
      """
      t.md:5: error: a link of the unknown kind 'doc:'
      help: did you mean 'lesson:g'?
      """),
    Mistake(
      "a scheme that is nearly one",
      body: "[](fgi:decay) and [x](htps://example.org)\n",
      """
      t.md:5: error: a link of the unknown kind 'fgi:'
      help: did you mean 'fig'?
      """,
      """
      t.md:5: error: a link of the unknown kind 'htps:'
      help: did you mean 'ftps'?
      """),
    Mistake(
      "nothing at all",
      body: "Two\n[]() and [words]()\n",
      """
      t.md:6: error: a link without a target
      help: write [words](address), or [](fig:name)
      """),
    Mistake(
      "a reference without a name",
      body: "[](fig:) and [words](claim:)\n",
      """
      t.md:5: error: a link to 'fig:' without a name
      help: write [](fig:name)
      """,
      """
      t.md:5: error: a link to 'claim:' without a name
      help: write [the words](claim:name)
      """),
    Mistake(
      "a claim without words",
      body: "[](claim:peak) and [ ](claim:peak)\n",
      """
      t.md:5: error: a claim without words
      help: write [the words](claim:peak)
      """),
    Mistake(
      "an address without words",
      body: "[](https://example.org), [*  *](a.csv) and [](notes.md)\n",
      """
      t.md:5: error: a link without words
      help: write [words](https://example.org)
      """,
      """
      t.md:5: error: a link without words
      help: write [words](notes.md), or [](lesson:notes) for its title
      """),
    Mistake(
      "an image without a file",
      body: "![words]()\n",
      """
      t.md:5: error: an image without a file
      help: write ![words](file)
      """),
    Mistake(
      "an image of a figure",
      body: "![words](fig:decay)\n",
      """
      t.md:5: error: an image of 'fig:decay', which is no file
      help: a cell draws its figures where it stands; refer to one with [](fig:decay)
      """),
    Mistake(
      "a formula in an image's words",
      body: "![the curve of $x^2$](a.svg)\n",
      """
      t.md:5: warning: a formula in an image's words, which is read out as TeX
      help: write it in words or in plain characters: x², 10⁻³
      """),
    Mistake(
      "an address with spaces",
      body: "Words [words](my file.csv) and [more](one\n",
      """
      t.md:5:7: warning: this is no link: its address is not closed, or has spaces in it
      help: write [words](address), and an address with spaces as [words](<an address>)
      """,
      """
      t.md:5:32: warning: this is no link: its address is not closed, or has spaces in it
      help: write [words](address), and an address with spaces as [words](<an address>)
      """),
    Mistake(
      "a label that nothing defines",
      body: "[words][one] and [words][Two  B]\n\n[two b]: https://example.org\n",
      """
      t.md:5:1: warning: no line defines the label 'one', so this is no link
      help: write [words](address), or define it on a line of its own: [one]: address
      """),
    Mistake(
      "a reference that is no link",
      body: "See [fig:decay].\n",
      """
      t.md:5:5: warning: '[fig:decay]' is no link
      help: write [](fig:decay), or [words](fig:decay)
      """),
    Mistake(
      "citations that are not understood",
      body: "[see @a, p. 3], [@a and @b], [@a; b] and [*@a]\n",
      """
      t.md:5:1: warning: a citation that is not understood: '[see @a, p. 3]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; other words stand outside the brackets
      """,
      """
      t.md:5:17: warning: a citation that is not understood: '[@a and @b]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; other words stand outside the brackets
      """,
      """
      t.md:5:30: warning: a citation that is not understood: '[@a; b]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; other words stand outside the brackets
      """,
      """
      t.md:5:42: warning: a citation that is not understood: '[*@a]'
      help: write [@a], [@a, p. 3], [-@a] or [@a; @other]; other words stand outside the brackets
      """),
    Mistake(
      "a footnote of several words",
      body: "Words[^a note].\n",
      """
      t.md:5:6: warning: a footnote's name has no spaces, and its words come elsewhere
      help: write [^name] here, and on a line of its own: [^name]: the words
      """),
    Mistake(
      "a footnote in a quotation",
      body: "Words.[^a]\n\n> [^a]: A note.\n",
      """
      t.md:7:3: error: a footnote is defined inside a list or a quotation
      help: put its line at the left margin, outside of both
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
