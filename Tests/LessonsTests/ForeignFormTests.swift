import Lessons
import Testing

/// Forms of other Markdowns: each is reported at its place, with the form to use.
@Suite struct ForeignFormTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "a fenced block",
      body: "Words\n\n> ::: {.callout-note}\n> Words\n> :::\n",
      """
      t.md:7:3: warning: '::: {.callout-note}' is a fenced block of Pandoc, Quarto or MyST, \
      which is not part of the format
      help: write a quotation that begins with > [!NOTE]
      """),
    Mistake(
      "a colon fence of another kind",
      body: ":::{column-margin}\nWords\n:::\n",
      """
      t.md:5:1: warning: ':::{column-margin}' is a fenced block of Pandoc, Quarto or MyST, which \
      is not part of the format
      help: write a quotation, '> words', or a block that teaches, '> [!NOTE]'
      """),
    Mistake(
      "an admonition",
      body: "??? tip \"Title\"\n",
      """
      t.md:5:1: warning: '??? tip "Title"' is an admonition of MkDocs, which is not part of the \
      format
      help: write a quotation that begins with > [!TIP]
      """),
    Mistake(
      "a directive",
      body: ".. math:: x\n",
      """
      t.md:5:1: warning: '.. math:: x' is a directive of reStructuredText, which is not part of \
      the format
      help: write a quotation, '> words', or a block that teaches, '> [!NOTE]'
      """),
    Mistake(
      "the mark of a block outside a quotation",
      body: "Words [!TIP] words\n",
      """
      t.md:5:7: warning: '[!TIP]' is the mark of a block, which is not part of the format
      help: begin a quotation with it: > [!TIP]
      """),
    Mistake(
      "a definition",
      body: "Term\n: what it is\n",
      """
      t.md:6:1: warning: ': what it is' is a definition or a caption of Pandoc, which is not \
      part of the format
      help: write a list, '- **term**: what it is'; words below a table are a paragraph
      """),
    Mistake(
      "a target",
      body: "(two)=\n",
      """
      t.md:5:1: warning: '(two)=' is a target of MyST, which is not part of the format
      help: give the heading its name, '## Words {#two}', or a formula, '$$ … $$ {#eq:two}'
      """),
    Mistake(
      "a table of contents",
      body: "[TOC]\n",
      """
      t.md:5:1: warning: '[TOC]' is a table of contents, which is not part of the format
      help: leave it out: each page lists its headings
      """),
    Mistake(
      "a grid table",
      body: "+---+---+\n",
      """
      t.md:5:1: warning: '+---+---+' is a grid table of Pandoc, which is not part of the format
      help: write a pipe table: | a | b | above |---|---|
      """),
    Mistake(
      "a heading without a space",
      body: "###Heading\n",
      """
      t.md:5:1: warning: '###Heading' is a heading without a space after its marks, which is \
      not part of the format
      help: write '### Heading'
      """),
    Mistake(
      "a no-break space behind a heading's marks",
      body: "##\u{A0}Heading\n",
      """
      t.md:5:1: warning: '##\u{A0}' is a mark with a space after it that Markdown does not \
      know, which is not part of the format
      help: write an ordinary space there
      """),
    Mistake(
      "an ideographic space behind an item's mark",
      body: "-\u{3000}item\n",
      """
      t.md:5:1: warning: '-\u{3000}' is a mark with a space after it that Markdown does not \
      know, which is not part of the format
      help: write an ordinary space there
      """),
    Mistake(
      "a list with bullets of its own",
      body: "• one\n\n#. two\n",
      """
      t.md:5:1: warning: '• ' is a list with marks of its own, which is not part of the format
      help: begin items with '- ' or '1. '
      """,
      """
      t.md:7:1: warning: '#. ' is a list with marks of its own, which is not part of the format
      help: begin items with '- ' or '1. '
      """),
    Mistake(
      "tasks that are none",
      body: "- [] one\n\n-[x] two\n",
      """
      t.md:5:3: warning: '[]' is a task that is not written as one, which is not part of the \
      format
      help: write '- [ ] what is to do'
      """,
      """
      t.md:7:1: warning: '-[x]' is a task that is not written as one, which is not part of the \
      format
      help: write '- [x] what is to do'
      """),
    Mistake(
      "a break of MyST",
      body: "+++\n",
      """
      t.md:5:1: warning: '+++' is a break between blocks of MyST, which is not part of the format
      help: leave it out, or write '***' for a rule
      """),
    Mistake(
      "a value outside backticks",
      body: "It is {swift} peak now.\n",
      """
      t.md:5:7: error: '{swift} peak now.' is a value outside backticks, which is not part of \
      the format
      help: write `{swift} …`
      """),
    Mistake(
      "shortcodes",
      body: "{{< include one.md >}}, {{< video film.mp4 >}} and {{% note %}}\n",
      """
      t.md:5:1: warning: '{{< include one.md >}}' is a shortcode of Quarto or Hugo, which is not \
      part of the format
      help: put the text here: a lesson is one file
      """,
      """
      t.md:5:25: warning: '{{< video film.mp4 >}}' is a shortcode of Quarto or Hugo, which is \
      not part of the format
      help: write a link: [words](address)
      """,
      """
      t.md:5:52: warning: '{{% note %}}' is a shortcode of Quarto or Hugo, which is not part of \
      the format
      help: leave it out: the format has no shortcodes
      """),
    Mistake(
      "templates",
      body: "{% raw %} and {{ site.title }}\n",
      """
      t.md:5:1: warning: '{% raw %}' is a tag of Liquid or Jinja, which is not part of the format
      help: leave it out: a lesson is no template
      """,
      """
      t.md:5:15: warning: '{{ site.title }}' is a substitution of MyST or Jinja, which is not \
      part of the format
      help: write a value that a cell makes: `{swift} site.title`
      """),
    Mistake(
      "an edit",
      body: "{--gone--}\n",
      """
      t.md:5:1: warning: '{--gone--}' is an edit of CriticMarkup, which is not part of the format
      help: write the words as they shall be; a comment is <!-- … -->
      """),
    Mistake(
      "a link of a wiki",
      body: "[[Other page|words]]\n",
      """
      t.md:5:1: warning: '[[Other page|words]]' is a link of a wiki, which is not part of the \
      format
      help: write [](lesson:other-page), or [words](other-page.md)
      """),
    Mistake(
      "a footnote within its text",
      body: "Words^[a note].\n",
      """
      t.md:5:6: warning: '^[a note]' is a footnote within its text, which is not part of the \
      format
      help: write [^name] here, and on a line of its own: [^name]: the words
      """),
    Mistake(
      "a space before an address",
      body: "[words] (https://example.org)\n",
      """
      t.md:5:7: error: '] (https://example.org)' is a link with a space before its address, \
      which is not part of the format
      help: write [words](address) without a space between them
      """),
    Mistake(
      "brackets the wrong way round",
      body: "(words)[fig:decay]\n",
      """
      t.md:5:7: error: ')[fig:decay]' is a link with its brackets the wrong way round, which is \
      not part of the format
      help: write [words](address): the words in square brackets, the address in round ones
      """),
    Mistake(
      "references of Quarto",
      body: "在@fig-decay, @tbl-one, @eq-two, @lst-a, @sec-intro and @thm-b.\n",
      """
      t.md:5:2: warning: '@fig-decay' is a reference of Quarto, which is not part of the format
      help: write [](fig:decay)
      """,
      """
      t.md:5:14: warning: '@tbl-one' is a reference of Quarto, which is not part of the format
      help: write [](tbl:one)
      """,
      """
      t.md:5:24: warning: '@eq-two' is a reference of Quarto, which is not part of the format
      help: write [](eq:two)
      """,
      """
      t.md:5:33: warning: '@lst-a' is a reference of Quarto, which is not part of the format
      help: write [](cell:a)
      """,
      """
      t.md:5:41: warning: '@sec-intro' is a reference of Quarto, which is not part of the format
      help: write [](#intro), where the heading has the name: ## Words {#intro}
      """,
      """
      t.md:5:56: warning: '@thm-b' is a reference of Quarto, which is not part of the format
      help: write [words](#b), where a heading has the name: ## Words {#b}
      """),
    Mistake(
      "a citation without brackets",
      body: "As @glorot2010 says.\n",
      """
      t.md:5:4: warning: '@glorot2010' is a citation without brackets, which is not part of the \
      format
      help: write [@glorot2010], or [-@glorot2010] after the authors' names
      """),
    Mistake(
      "roles",
      body: "{ref}`two`, {eq}`chain`, {math}`x^2`, {cite}`a`, {kbd}`x` and :doc:`depth`.\n",
      """
      t.md:5:1: warning: '{ref}`two`' is a role of MyST, which is not part of the format
      help: write [](#two), [](fig:two) or [](tbl:two)
      """,
      """
      t.md:5:13: warning: '{eq}`chain`' is a role of MyST, which is not part of the format
      help: write [](eq:chain)
      """,
      """
      t.md:5:26: warning: '{math}`x^2`' is a role of MyST, which is not part of the format
      help: write $x^2$
      """,
      """
      t.md:5:39: warning: '{cite}`a`' is a role of MyST, which is not part of the format
      help: write [@a]
      """,
      """
      t.md:5:50: warning: '{kbd}`x`' is a role of MyST, which is not part of the format
      help: write the words themselves; the format has no roles
      """,
      """
      t.md:5:63: warning: ':doc:`depth`' is a role of reStructuredText, which is not part of the \
      format
      help: write [](lesson:depth)
      """),
    Mistake(
      "attributes with a name",
      body: "Words {#name}, ![a](b.svg){#fig-a}, {#tbl-b} and {#eq-c}.\n",
      """
      t.md:5:7: warning: '{#name}' is a list of attributes, which is not part of the format
      help: only a heading has a name, '## Words {#name}', and a formula, '$$ … $$ {#eq:name}'
      """,
      """
      t.md:5:27: warning: '{#fig-a}' is a list of attributes, which is not part of the format
      help: a cell names its figure: figure("name", alt: "…") { … }
      """,
      """
      t.md:5:37: warning: '{#tbl-b}' is a list of attributes, which is not part of the format
      help: a cell names its table: table("name", columns: …) { … }
      """,
      """
      t.md:5:50: warning: '{#eq-c}' is a list of attributes, which is not part of the format
      help: a name belongs directly behind a formula: $$ … $$ {#eq:name}
      """),
    Mistake(
      "attributes with a class or a size",
      body: "[words]{.red} ![a](b.svg){ width=50% } `code`{lang=en}\n",
      """
      t.md:5:8: warning: '{.red}' is a list of attributes, which is not part of the format
      help: leave it out: the format has no classes
      """,
      """
      t.md:5:26: warning: '{ width=50% }' is a list of attributes, which is not part of the format
      help: leave it out: an image is as wide as it is, and never wider than the text
      """,
      """
      t.md:5:46: warning: '{lang=en}' is a list of attributes, which is not part of the format
      help: leave it out: the format has no attributes
      """),
    Mistake(
      "raw text for one format",
      body: "`<b>`{=html}\n",
      """
      t.md:5:6: warning: '{=html}' is raw text for one format, which is not part of the format
      help: leave it out: a lesson is plain Markdown
      """),
    Mistake(
      "a heading that is not to be numbered",
      body: "## Words {-}\n",
      """
      t.md:5:10: warning: '{-}' is a heading without a number, which is not part of the format
      help: leave it out: headings have no numbers
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
