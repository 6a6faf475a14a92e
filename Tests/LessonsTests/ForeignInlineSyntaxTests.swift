import Lessons
import Testing

/// Marks and TeX that are not part of the format: each is reported at its place, with the form to
/// use.
@Suite struct ForeignInlineSyntaxTests {
  static let cases: [InvalidLesson] = [
    InvalidLesson(
      "a highlight",
      body: "Words ==shine== here.\n",
      """
      t.md:5:7: warning: '==shine==' is a highlight, which is not part of the format
      help: write **shine**
      """),
    InvalidLesson(
      "a subscript and a superscript",
      body: "H~2~O and m^2^.\n",
      """
      t.md:5:2: warning: '~2~' is a Pandoc subscript, which is not part of the format
      help: write a formula: $x_{2}$
      """,
      """
      t.md:5:12: warning: '^2^' is a Pandoc superscript, which is not part of the format
      help: write a formula: $x^{2}$
      """),
    InvalidLesson(
      "emoji shortcodes",
      body: ":smile: (:+1:) and :warning:\n",
      """
      t.md:5:1: warning: ':smile:' is an emoji shortcode, which is not part of the format
      help: type the character itself
      """,
      """
      t.md:5:10: warning: ':+1:' is an emoji shortcode, which is not part of the format
      help: type the character itself
      """,
      """
      t.md:5:20: warning: ':warning:' is an emoji shortcode, which is not part of the format
      help: type the character itself
      """),
    InvalidLesson(
      "an Obsidian comment",
      body: "Words %% not seen %% here.\n",
      """
      t.md:5:7: warning: '%% not seen %%' is an Obsidian comment, which is not part of the format
      help: write <!-- … -->
      """),
    InvalidLesson(
      "spaces inside dollar signs",
      body: "So $ x^2 $, $|z| = $ and $y_1 $.\n",
      """
      t.md:5:4: warning: '$ x^2 $' is a formula with spaces inside its dollar signs, which is not \
      part of the format
      help: write $x^2$
      """,
      """
      t.md:5:13: warning: not a formula: there is a space before the closing dollar sign
      help: write $|z| =$
      """,
      """
      t.md:5:26: warning: not a formula: there is a space before the closing dollar sign
      help: write $y_1$
      """),
    InvalidLesson(
      "TeX environments",
      body: """
        \\begin{align*}
        a &= b \\\\
        \\end{align*}

        \\begin{equation} x \\end{equation}

        \\begin{itemize}

        """,
      """
      t.md:5:1: error: '\\begin{align*}' is a TeX environment outside a formula, which is not \
      part of the format
      help: write $$ \\begin{aligned} … \\end{aligned} $$
      """,
      """
      t.md:9:1: error: '\\begin{equation}' is a TeX environment outside a formula, which is not \
      part of the format
      help: write $$ … $$
      """,
      """
      t.md:11:1: error: '\\begin{itemize}' is a TeX environment outside a formula, which is not \
      part of the format
      help: write a list: '- item' or '1. item'
      """),
    InvalidLesson(
      "TeX math delimiters",
      body: "\\[\nx^2\n\\]\n\nand \\(x\\), \\( x_1 = 2 \\) or \\[ y = x \\], \\[ z \\]\n",
      """
      t.md:5:1: error: '\\[' is a TeX display formula, which is not part of the format
      help: write $$ … $$
      """,
      """
      t.md:9:5: error: '\\(x\\)' is a TeX inline formula, which is not part of the format
      help: write $x$
      """,
      """
      t.md:9:12: error: '\\( x_1 = 2 \\)' is a TeX inline formula, which is not part of the format
      help: write $x_1 = 2$
      """,
      """
      t.md:9:29: error: '\\[ y = x \\]' is a TeX display formula, which is not part of the format
      help: write $$ … $$
      """,
      """
      t.md:9:42: error: '\\[ z \\]' is a TeX display formula, which is not part of the format
      help: write $$ … $$
      """),
    InvalidLesson(
      "TeX references",
      body: """
        \\ref{fig:a}, \\eqref{eq:b}, \\autoref{c}, \\cref{tab:d}, \\cite[p.~3]{e, f} and \
        \\label{eq:g}

        """,
      """
      t.md:5:1: warning: '\\ref{fig:a}' is a TeX reference, which is not part of the format
      help: write [](fig:a)
      """,
      """
      t.md:5:14: warning: '\\eqref{eq:b}' is a TeX reference, which is not part of the format
      help: write [](eq:b)
      """,
      """
      t.md:5:28: warning: '\\autoref{c}' is a TeX reference, which is not part of the format
      help: write [](#c), [](fig:name) or [](eq:name)
      """,
      """
      t.md:5:41: warning: '\\cref{tab:d}' is a TeX reference, which is not part of the format
      help: write [](tbl:d)
      """,
      """
      t.md:5:55: warning: '\\cite[p.~3]{e, f}' is a TeX citation, which is not part of the format
      help: write [@e; @f]
      """,
      """
      t.md:5:77: warning: '\\label{eq:g}' is a TeX label, which is not part of the format
      help: name the heading, '## Heading {#g}', or the formula, '$$ … $$ {#eq:g}'
      """),
    InvalidLesson(
      "TeX commands",
      body: "\\textbf{a}, \\emph{b}, \\footnote{c}, \\section{d}, \\href{e}{f}, \\newpage\n",
      """
      t.md:5:1: warning: '\\textbf{a}' is a TeX command, which is not part of the format
      help: write **text**
      """,
      """
      t.md:5:13: warning: '\\emph{b}' is a TeX command, which is not part of the format
      help: write *text*
      """,
      """
      t.md:5:23: warning: '\\footnote{c}' is a TeX command, which is not part of the format
      help: write [^name] here, and define it on its own line: [^name]: text
      """,
      """
      t.md:5:37: warning: '\\section{d}' is a TeX command, which is not part of the format
      help: write '## Heading'
      """,
      """
      t.md:5:50: warning: '\\href{e}{f}' is a TeX command, which is not part of the format
      help: write [text](address)
      """,
      """
      t.md:5:63: warning: '\\newpage' is a TeX command, which is not part of the format
      help: remove it: TeX is only allowed in formulas
      """),
    InvalidLesson(
      "TeX symbols",
      body: "It is \\sigma and \\frac{1}{2}.\n",
      """
      t.md:5:7: warning: '\\sigma' is TeX outside a formula, which is not part of the format
      help: write a formula: $\\sigma$
      """,
      """
      t.md:5:18: warning: '\\frac{1}{2}' is TeX outside a formula, which is not part of the format
      help: write a formula: $\\frac{1}{2}$
      """),
    InvalidLesson(
      "full-width brackets",
      body: """
        ［words］（claim:peak）, [words]（https://example.org） and （fig:decay）, ［^1］ and ［@key］

        """,
      """
      t.md:5:7: error: '］（claim:peak）' is a link with full-width brackets, which is not part of \
      the format
      help: write [text](address) with '[', ']', '(' and ')'
      """,
      """
      t.md:5:28: error: ']（https://example.org）' is a link with full-width brackets, which is not \
      part of the format
      help: write [text](address) with '[', ']', '(' and ')'
      """,
      """
      t.md:5:55: error: '（fig:decay）' is a claim or reference with full-width brackets, which is \
      not part of the format
      help: write [text](claim:name) with '[', ']', '(', ')' and ':'
      """,
      """
      t.md:5:68: error: '［^1］' is a footnote or citation with full-width brackets, which is not \
      part of the format
      help: write [^name] or [@key] with '[' and ']'
      """,
      """
      t.md:5:77: error: '［@key］' is a footnote or citation with full-width brackets, which is not \
      part of the format
      help: write [^name] or [@key] with '[' and ']'
      """),
    InvalidLesson(
      "full-width delimiters",
      body: "＄x＄, ｀code｀, ＊words＊ and ！[words](a.svg)\n\n＃ Heading\n\n｜ a ｜ b ｜\n",
      """
      t.md:5:1: warning: '＄x＄' is a formula with full-width dollar signs, which is not part of \
      the format
      help: write $…$ with '$'
      """,
      """
      t.md:5:6: warning: '｀code｀' is code with full-width backticks, which is not part of the format
      help: write `code` with '`'
      """,
      """
      t.md:5:14: warning: '＊words＊' is emphasis with full-width asterisks, which is not part of \
      the format
      help: write *text* or **text** with '*'
      """,
      """
      t.md:5:26: warning: '！[words]' is an image with full-width punctuation, which is not part \
      of the format
      help: write ![alt text](file) with '!'
      """,
      """
      t.md:7:1: warning: '＃ Heading' is a heading with full-width number signs, which is not part \
      of the format
      help: write '## Heading' with '#'
      """,
      """
      t.md:9:1: warning: '｜ a ｜ b ｜' is a table with full-width bars, which is not part of the \
      format
      help: write | a | b | with '|'
      """),
  ]

  @Test(arguments: cases) func isReported(_ lesson: InvalidLesson) {
    #expect(lesson.reported == lesson.expected)
  }
}
