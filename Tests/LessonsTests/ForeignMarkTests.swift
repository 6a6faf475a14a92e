import Lessons
import Testing

/// Marks and TeX that are not part of the format: each is reported at its place, with the form to use.
@Suite struct ForeignMarkTests {
  static let mistakes: [Mistake] = [
    Mistake(
      "a highlight",
      body: "Words ==shine== here.\n",
      """
      t.md:5:7: warning: '==shine==' is a highlight, which is not part of the format
      help: write **shine**
      """),
    Mistake(
      "a subscript and a superscript",
      body: "H~2~O and m^2^.\n",
      """
      t.md:5:2: warning: '~2~' is a subscript of Pandoc, which is not part of the format
      help: write a formula: $x_{2}$
      """,
      """
      t.md:5:12: warning: '^2^' is a superscript of Pandoc, which is not part of the format
      help: write a formula: $x^{2}$
      """),
    Mistake(
      "codes for emoji",
      body: ":smile: (:+1:) and :warning:\n",
      """
      t.md:5:1: warning: ':smile:' is a code for an emoji, which is not part of the format
      help: type the character itself
      """,
      """
      t.md:5:10: warning: ':+1:' is a code for an emoji, which is not part of the format
      help: type the character itself
      """,
      """
      t.md:5:20: warning: ':warning:' is a code for an emoji, which is not part of the format
      help: type the character itself
      """),
    Mistake(
      "a comment of Obsidian",
      body: "Words %% not seen %% here.\n",
      """
      t.md:5:7: warning: '%% not seen %%' is a comment of Obsidian, which is not part of the \
      format
      help: write <!-- … -->
      """),
    Mistake(
      "spaces inside dollars",
      body: "So $ x^2 $, $|z| = $ and $y_1 $.\n",
      """
      t.md:5:4: warning: '$ x^2 $' is a formula with spaces just inside its dollars, which is \
      not part of the format
      help: write $x^2$
      """,
      """
      t.md:5:13: warning: no formula, since a space comes before its closing dollar
      help: write $|z| =$
      """,
      """
      t.md:5:26: warning: no formula, since a space comes before its closing dollar
      help: write $y_1$
      """),
    Mistake(
      "environments of TeX",
      body: """
        \\begin{align*}
        a &= b \\\\
        \\end{align*}

        \\begin{equation} x \\end{equation}

        \\begin{itemize}

        """,
      """
      t.md:5:1: error: '\\begin{align*}' is an environment of TeX outside a formula, which is \
      not part of the format
      help: write $$ \\begin{aligned} … \\end{aligned} $$
      """,
      """
      t.md:9:1: error: '\\begin{equation}' is an environment of TeX outside a formula, which is \
      not part of the format
      help: write $$ … $$
      """,
      """
      t.md:11:1: error: '\\begin{itemize}' is an environment of TeX outside a formula, which is \
      not part of the format
      help: write a list: '- item' or '1. item'
      """),
    Mistake(
      "TeX's brackets",
      body: "\\[\nx^2\n\\]\n\nand \\(x\\), \\( x_1 = 2 \\) or \\[ y = x \\], \\[ z \\]\n",
      """
      t.md:5:1: error: '\\[' is a display of TeX, which is not part of the format
      help: write $$ … $$
      """,
      """
      t.md:9:5: error: '\\(x\\)' is a formula of TeX, which is not part of the format
      help: write $x$
      """,
      """
      t.md:9:12: error: '\\( x_1 = 2 \\)' is a formula of TeX, which is not part of the format
      help: write $x_1 = 2$
      """,
      """
      t.md:9:29: error: '\\[ y = x \\]' is a display of TeX, which is not part of the format
      help: write $$ … $$
      """,
      """
      t.md:9:42: error: '\\[ z \\]' is a display of TeX, which is not part of the format
      help: write $$ … $$
      """),
    Mistake(
      "TeX's references",
      body: """
        \\ref{fig:a}, \\eqref{eq:b}, \\autoref{c}, \\cref{tab:d}, \\cite[p.~3]{e, f} and \
        \\label{eq:g}

        """,
      """
      t.md:5:1: warning: '\\ref{fig:a}' is a reference of TeX, which is not part of the format
      help: write [](fig:a)
      """,
      """
      t.md:5:14: warning: '\\eqref{eq:b}' is a reference of TeX, which is not part of the format
      help: write [](eq:b)
      """,
      """
      t.md:5:28: warning: '\\autoref{c}' is a reference of TeX, which is not part of the format
      help: write [](#c), [](fig:name) or [](eq:name)
      """,
      """
      t.md:5:41: warning: '\\cref{tab:d}' is a reference of TeX, which is not part of the format
      help: write [](tbl:d)
      """,
      """
      t.md:5:55: warning: '\\cite[p.~3]{e, f}' is a citation of TeX, which is not part of the \
      format
      help: write [@e; @f]
      """,
      """
      t.md:5:77: warning: '\\label{eq:g}' is a label of TeX, which is not part of the format
      help: give the heading its name, '## Words {#g}', or a formula, '$$ … $$ {#eq:g}'
      """),
    Mistake(
      "TeX's commands",
      body: "\\textbf{a}, \\emph{b}, \\footnote{c}, \\section{d}, \\href{e}{f}, \\newpage\n",
      """
      t.md:5:1: warning: '\\textbf{a}' is a command of TeX, which is not part of the format
      help: write **words**
      """,
      """
      t.md:5:13: warning: '\\emph{b}' is a command of TeX, which is not part of the format
      help: write *words*
      """,
      """
      t.md:5:23: warning: '\\footnote{c}' is a command of TeX, which is not part of the format
      help: write [^name] here, and on a line of its own: [^name]: the words
      """,
      """
      t.md:5:37: warning: '\\section{d}' is a command of TeX, which is not part of the format
      help: write '## Words'
      """,
      """
      t.md:5:50: warning: '\\href{e}{f}' is a command of TeX, which is not part of the format
      help: write [words](address)
      """,
      """
      t.md:5:63: warning: '\\newpage' is a command of TeX, which is not part of the format
      help: leave it out: a lesson is Markdown, and TeX belongs in formulas
      """),
    Mistake(
      "TeX's symbols",
      body: "It is \\sigma and \\frac{1}{2}.\n",
      """
      t.md:5:7: warning: '\\sigma' is TeX outside a formula, which is not part of the format
      help: write a formula: $\\sigma$
      """,
      """
      t.md:5:18: warning: '\\frac{1}{2}' is TeX outside a formula, which is not part of the format
      help: write a formula: $\\frac{1}{2}$
      """),
    Mistake(
      "full-width brackets",
      body: """
        ［words］（claim:peak）, [words]（https://example.org） and （fig:decay）, ［^1］ and ［@key］

        """,
      """
      t.md:5:7: error: '］（claim:peak）' is a link in full-width brackets, which is not part of \
      the format
      help: write [words](address) with '[', ']', '(' and ')'
      """,
      """
      t.md:5:28: error: ']（https://example.org）' is a link in full-width brackets, which is not \
      part of the format
      help: write [words](address) with '[', ']', '(' and ')'
      """,
      """
      t.md:5:55: error: '（fig:decay）' is a claim or a reference in full-width brackets, which is \
      not part of the format
      help: write [words](claim:name) with '[', ']', '(', ')' and ':'
      """,
      """
      t.md:5:68: error: '［^1］' is a note or a citation in full-width brackets, which is not part \
      of the format
      help: write [^name] or [@key] with '[' and ']'
      """,
      """
      t.md:5:77: error: '［@key］' is a note or a citation in full-width brackets, which is not \
      part of the format
      help: write [^name] or [@key] with '[' and ']'
      """),
    Mistake(
      "full-width marks",
      body: "＄x＄, ｀code｀, ＊words＊ and ！[words](a.svg)\n\n＃ Heading\n\n｜ a ｜ b ｜\n",
      """
      t.md:5:1: warning: '＄x＄' is a formula in full-width dollars, which is not part of the format
      help: write $…$ with '$'
      """,
      """
      t.md:5:6: warning: '｀code｀' is code in full-width backticks, which is not part of the format
      help: write `code` with '`'
      """,
      """
      t.md:5:14: warning: '＊words＊' is emphasis in full-width stars, which is not part of the \
      format
      help: write *words* or **words** with '*'
      """,
      """
      t.md:5:26: warning: '！[words]' is an image in full-width brackets, which is not part of \
      the format
      help: write ![words](file) with '!'
      """,
      """
      t.md:7:1: warning: '＃ Heading' is a heading with full-width marks, which is not part of \
      the format
      help: write '## Words' with '#'
      """,
      """
      t.md:9:1: warning: '｜ a ｜ b ｜' is a table with full-width bars, which is not part of the \
      format
      help: write | a | b | with '|'
      """),
  ]

  @Test(arguments: mistakes) func isReported(_ mistake: Mistake) {
    #expect(mistake.said == mistake.expected)
  }
}
