import Lessons
import Testing

/// Syntax of other Markdown dialects: each is reported at its place, with the syntax to use.
@Suite struct ForeignSyntaxTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "a fenced block",
      body: "Words\n\n> ::: {.callout-note}\n> Words\n> :::\n",
      """
      t.md:7:3: warning: '::: {.callout-note}' is a Pandoc, Quarto or MyST fenced block, which is \
      not part of the format
      help: write a block quote that begins with > [!NOTE]
      """),
    InvalidLesson(
      "another colon fence",
      body: ":::{column-margin}\nWords\n:::\n",
      """
      t.md:5:1: warning: ':::{column-margin}' is a Pandoc, Quarto or MyST fenced block, which is \
      not part of the format
      help: write a block quote, '> text', or an alert, '> [!NOTE]'
      """),
    InvalidLesson(
      "an admonition",
      body: "??? tip \"Title\"\n",
      """
      t.md:5:1: warning: '??? tip "Title"' is an MkDocs admonition, which is not part of the format
      help: write a block quote that begins with > [!TIP]
      """),
    InvalidLesson(
      "a directive",
      body: ".. math:: x\n",
      """
      t.md:5:1: warning: '.. math:: x' is a reStructuredText directive, which is not part of the \
      format
      help: write a block quote, '> text', or an alert, '> [!NOTE]'
      """),
    InvalidLesson(
      "an alert marker outside a block quote",
      body: "Words [!TIP] words\n",
      """
      t.md:5:7: warning: '[!TIP]' is an alert marker, which is not part of the format
      help: start a block quote with it: > [!TIP]
      """),
    InvalidLesson(
      "a definition",
      body: "Term\n: what it is\n",
      """
      t.md:6:1: warning: ': what it is' is a Pandoc definition or caption, which is not part of \
      the format
      help: write a list, '- **term**: definition'; text below a table is a paragraph
      """),
    InvalidLesson(
      "a target",
      body: "(two)=\n",
      """
      t.md:5:1: warning: '(two)=' is a MyST target, which is not part of the format
      help: name the heading, '## Heading {#two}', or the formula, '$$ … $$ {#eq:two}'
      """),
    InvalidLesson(
      "a table of contents",
      body: "[TOC]\n",
      """
      t.md:5:1: warning: '[TOC]' is a table of contents, which is not part of the format
      help: remove it: each page lists its headings
      """),
    InvalidLesson(
      "a grid table",
      body: "+---+---+\n",
      """
      t.md:5:1: warning: '+---+---+' is a Pandoc grid table, which is not part of the format
      help: write a pipe table: | a | b | above |---|---|
      """),
    InvalidLesson(
      "a heading without a space",
      body: "###Heading\n",
      """
      t.md:5:1: warning: '###Heading' is a heading without a space after '#', which is not part \
      of the format
      help: write '### Heading'
      """),
    InvalidLesson(
      "a no-break space after a heading's marks",
      body: "##\u{A0}Heading\n",
      """
      t.md:5:1: warning: '##\u{A0}' is a marker followed by a non-ASCII space, which is not part \
      of the format
      help: write an ordinary space
      """),
    InvalidLesson(
      "an ideographic space after a list marker",
      body: "-\u{3000}item\n",
      """
      t.md:5:1: warning: '-\u{3000}' is a marker followed by a non-ASCII space, which is not part \
      of the format
      help: write an ordinary space
      """),
    InvalidLesson(
      "a list with non-Markdown bullets",
      body: "• one\n\n#. two\n",
      """
      t.md:5:1: warning: '• ' is a list with non-Markdown markers, which is not part of the format
      help: start items with '- ' or '1. '
      """,
      """
      t.md:7:1: warning: '#. ' is a list with non-Markdown markers, which is not part of the format
      help: start items with '- ' or '1. '
      """),
    InvalidLesson(
      "malformed tasks",
      body: "- [] one\n\n-[x] two\n",
      """
      t.md:5:3: warning: '[]' is a malformed task item, which is not part of the format
      help: write '- [ ] task'
      """,
      """
      t.md:7:1: warning: '-[x]' is a malformed task item, which is not part of the format
      help: write '- [x] task'
      """),
    InvalidLesson(
      "a MyST block break",
      body: "+++\n",
      """
      t.md:5:1: warning: '+++' is a MyST block break, which is not part of the format
      help: remove it, or write '***' for a rule
      """),
    InvalidLesson(
      "a value outside backticks",
      body: "It is {swift} peak now.\n",
      """
      t.md:5:7: error: '{swift} peak now.' is a value outside backticks, which is not part of the \
      format
      help: write `{swift} …`
      """),
    InvalidLesson(
      "shortcodes",
      body: "{{< include one.md >}}, {{< video film.mp4 >}} and {{% note %}}\n",
      """
      t.md:5:1: warning: '{{< include one.md >}}' is a Quarto or Hugo shortcode, which is not \
      part of the format
      help: include the text here: a lesson is one file
      """,
      """
      t.md:5:25: warning: '{{< video film.mp4 >}}' is a Quarto or Hugo shortcode, which is not \
      part of the format
      help: write a link: [text](address)
      """,
      """
      t.md:5:52: warning: '{{% note %}}' is a Quarto or Hugo shortcode, which is not part of the \
      format
      help: remove it: the format has no shortcodes
      """),
    InvalidLesson(
      "templates",
      body: "{% raw %} and {{ site.title }}\n",
      """
      t.md:5:1: warning: '{% raw %}' is a Liquid or Jinja tag, which is not part of the format
      help: remove it: lessons are not templates
      """,
      """
      t.md:5:15: warning: '{{ site.title }}' is a MyST or Jinja substitution, which is not part \
      of the format
      help: write a value from a cell: `{swift} site.title`
      """),
    InvalidLesson(
      "an edit",
      body: "{--gone--}\n",
      """
      t.md:5:1: warning: '{--gone--}' is a CriticMarkup edit, which is not part of the format
      help: write the final text; a comment is <!-- … -->
      """),
    InvalidLesson(
      "a wiki link",
      body: "[[Other page|words]]\n",
      """
      t.md:5:1: warning: '[[Other page|words]]' is a wiki link, which is not part of the format
      help: write [](lesson:other-page), or [text](other-page.md)
      """),
    InvalidLesson(
      "an inline footnote",
      body: "Words^[a note].\n",
      """
      t.md:5:6: warning: '^[a note]' is an inline footnote, which is not part of the format
      help: write [^name] here, and define it on its own line: [^name]: text
      """),
    InvalidLesson(
      "a space before an address",
      body: "[words] (https://example.org)\n",
      """
      t.md:5:7: error: '] (https://example.org)' is a link with a space before its address, which \
      is not part of the format
      help: write [text](address) without a space before the address
      """),
    InvalidLesson(
      "brackets the wrong way round",
      body: "(words)[fig:decay]\n",
      """
      t.md:5:7: error: ')[fig:decay]' is a link with its brackets the wrong way round, which is \
      not part of the format
      help: write [text](address): text in square brackets, address in parentheses
      """),
    InvalidLesson(
      "Quarto references",
      body: "在@fig-decay, @tbl-one, @eq-two, @lst-a, @sec-intro and @thm-b.\n",
      """
      t.md:5:2: warning: '@fig-decay' is a Quarto reference, which is not part of the format
      help: write [](fig:decay)
      """,
      """
      t.md:5:14: warning: '@tbl-one' is a Quarto reference, which is not part of the format
      help: write [](tbl:one)
      """,
      """
      t.md:5:24: warning: '@eq-two' is a Quarto reference, which is not part of the format
      help: write [](eq:two)
      """,
      """
      t.md:5:33: warning: '@lst-a' is a Quarto reference, which is not part of the format
      help: write [](cell:a)
      """,
      """
      t.md:5:41: warning: '@sec-intro' is a Quarto reference, which is not part of the format
      help: write [](#intro), and name the heading: ## Heading {#intro}
      """,
      """
      t.md:5:56: warning: '@thm-b' is a Quarto reference, which is not part of the format
      help: write [text](#b), and name the heading: ## Heading {#b}
      """),
    InvalidLesson(
      "a citation without brackets",
      body: "As @glorot2010 says.\n",
      """
      t.md:5:4: warning: '@glorot2010' is a citation without brackets, which is not part of the \
      format
      help: write [@glorot2010], or [-@glorot2010] after the authors' names
      """),
    InvalidLesson(
      "roles",
      body: "{ref}`two`, {eq}`chain`, {math}`x^2`, {cite}`a`, {kbd}`x` and :doc:`depth`.\n",
      """
      t.md:5:1: warning: '{ref}`two`' is a MyST role, which is not part of the format
      help: write [](#two), [](fig:two) or [](tbl:two)
      """,
      """
      t.md:5:13: warning: '{eq}`chain`' is a MyST role, which is not part of the format
      help: write [](eq:chain)
      """,
      """
      t.md:5:26: warning: '{math}`x^2`' is a MyST role, which is not part of the format
      help: write $x^2$
      """,
      """
      t.md:5:39: warning: '{cite}`a`' is a MyST role, which is not part of the format
      help: write [@a]
      """,
      """
      t.md:5:50: warning: '{kbd}`x`' is a MyST role, which is not part of the format
      help: write plain text; the format has no roles
      """,
      """
      t.md:5:63: warning: ':doc:`depth`' is a reStructuredText role, which is not part of the format
      help: write [](lesson:depth)
      """),
    InvalidLesson(
      "attributes with a name",
      body: "Words {#name}, ![a](b.svg){#fig-a}, {#tbl-b} and {#eq-c}.\n",
      """
      t.md:5:7: warning: '{#name}' is an attribute list, which is not part of the format
      help: only headings, '## Heading {#name}', and formulas, '$$ … $$ {#eq:name}', have names
      """,
      """
      t.md:5:27: warning: '{#fig-a}' is an attribute list, which is not part of the format
      help: name the figure in its cell: figure("name", alt: "…") { … }
      """,
      """
      t.md:5:37: warning: '{#tbl-b}' is an attribute list, which is not part of the format
      help: name the table in its cell: table("name", columns: …) { … }
      """,
      """
      t.md:5:50: warning: '{#eq-c}' is an attribute list, which is not part of the format
      help: put the name directly after the formula: $$ … $$ {#eq:name}
      """),
    InvalidLesson(
      "attributes with a class or a size",
      body: "[words]{.red} ![a](b.svg){ width=50% } `code`{lang=en}\n",
      """
      t.md:5:8: warning: '{.red}' is an attribute list, which is not part of the format
      help: remove it: the format has no classes
      """,
      """
      t.md:5:26: warning: '{ width=50% }' is an attribute list, which is not part of the format
      help: remove it: an image keeps its own size, up to the width of the text
      """,
      """
      t.md:5:46: warning: '{lang=en}' is an attribute list, which is not part of the format
      help: remove it: the format has no attributes
      """),
    InvalidLesson(
      "raw text for one output format",
      body: "`<b>`{=html}\n",
      """
      t.md:5:6: warning: '{=html}' is raw text for one output format, which is not part of the \
      format
      help: remove it: a lesson is plain Markdown
      """),
    InvalidLesson(
      "an unnumbered heading",
      body: "## Words {-}\n",
      """
      t.md:5:10: warning: '{-}' is an unnumbered heading, which is not part of the format
      help: remove it: headings have no numbers
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
