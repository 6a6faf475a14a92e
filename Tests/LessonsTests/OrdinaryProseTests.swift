import Lessons
import Testing

/// Prose that only resembles markup has no diagnostics.
@Suite struct OrdinaryProseTests {
  static let texts = [
    "Prose, such as a: b, with 10:30 and std::vector, and a ratio of 3:1.",
    "Write to me@example.org or <me@example.org>, see <https://example.org/a_b>.",
    "The set {x} or {1, 2} or {a, b}, f{x}, and {x : x > 0}.",
    "`std::vector<int>`, a C# method, array[0], a[i][j], f[i](x, y) and f(x)[0].",
    "snake_case_name, __init__, _private, 2**10, 5 * 3 * 2, a*b, p < 0.05*, 0.35**.",
    "He said (see above). It is 50% of 3, and 10%, 20% or 30%. The end :)",
    "Smile :-) and ;-) and :( and ^_^ and x^2 + y^2 = z^2, 2^3^4.",
    "About ~5 and ~6 ms; ~/.bashrc and a~b.",
    "a == b and c == d; x != y; a => b; a -> b; i++ and --j; a || b && c.",
    "Set x := 3 and y = 4; f(x) = 2x; [0, 1] and (0, 1] and [a, b).",
    "\\[1\\] and \\(see below\\) and \\* and \\_ and 1\\) and \\[sic\\]",
    "Prices of $5, or $10, and $3.50; $12,000 to $34,000; $5 when $n = 2$ holds.",
    "A path C:\\Users\\me and a newline \\n and \\t and \\\\alpha.",
    "Issue #12, the #hashtag, @swiftlang, @MainActor, @escaping, v@2x, f@x.",
    "@ noon, a @ b, user@host:path, git@github.com:a/b.git",
    "- a list: with a colon\n- [link](https://example.org)\n- [x](https://example.org)",
    "Questions??? Wow!!! Really?! !!! stop",
    "Is it 10:30:45 or 10:30? key:value:other and a:b:c.",
    "A [link](https://example.org/a_(b) \"title $x$ {#a}\") and [ref], [REF][ref].\n\n[ref]: https://example.org/x_y",
    "![words](a.svg) and *a*b and **b**c and *“quoted”* words, **“strong,”** he said.",
    "这是**重点**继续，*强调*，“引号”，数组[0]（第一个），比例 3：1，（见图 1）。",
    "**重点。** 继续 and **Note:** words and (**bold**), **a**: b",
    "| a | b |\n|---|---|\n| `a \\| b` | c |\n| $5 | $10 |\n\n| one |\n|-----|\n| 2 |",
    "> quoted: words\n> more -- words\n\n> [!NOTE] A title: words\n> Text.",
    "Term: definition on the same line\nand: another.",
    "E.g. a.b.c, i.e. ..., etc. … and 1. 2. 3.",
    "$$\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}\n$$ {#eq:a}",
    "`\\begin{align}` is code, and so are `:::`, `{#id}`, `@fig-a` and `==x==`.",
    "```swift\n::: {.note}\n@fig-x {#id} ==x==\n```\n\n    ::: indented code {#id}",
    "The value `{swift} x` and `{x}` and `{a} b` and ``a `{swift} x` b``.",
    "$\\text{two words}$, $a \\text{ if } b$, $x_{\\mathrm{max value}}$, $n \\bmod 3$, $|x| \\le \\max(a, b)$",
    "Time 3.5 × 10⁻⁴; 5–6; “a” — ‘b’; it is 5' 6\"; ½; x<y; AT&T; R&D.",
    "I use `a`, `b`: they are[^1] fine.\n\n[^1]: A note: words.",
    "Cite [@glorot2010; -@he2015, p. 3] and [@a, p. 3].",
    "Rust's 'a; OCaml's `'a`; Lisp's (f x); JSON {\"a\": 1}; {n=1}.",
    "A | B or C|D; |x| is a norm; P(A|B).",
    "#include is C; #1 is first; C# is a language",
    "x[0] (see below) and [1] (one) and a [x] that marks the spot, [...] and [sic].",
    "~~struck~~ \\~~not\\~~ a~~b~~c `~~code~~`",
    "French : deux points ; et « guillemets »",
    "1) one\n2) two\n\n* * *\n\na\\\nb",
    "Costs $`{swift} a` and $`{swift} b`.",
    "\\{#id} \\:smile: \\@fig-a \\==x\\== \\[\\[x\\]\\] \\$ x^2 \\$ \\*\\*x",
    "## A heading {#named}\n\n[words](#named) and [](#named)",
    "[mail](mailto:a@b.org) [call](tel:+1) [here](data/a.csv) [there](../x.html#y)",
  ]

  @Test(arguments: texts) func hasNoDiagnostics(_ text: String) {
    #expect(diagnostics(of: head + text + "\n").map(\.description) == [])
  }

  /// The same in containers, where lines have prefixes.
  @Test(arguments: texts.filter { !$0.contains("\n[") }) func hasNoDiagnosticsInContainers(
    _ text: String
  ) {
    for (first, other) in [("> ", "> "), ("- ", "  "), ("1. > ", "   > ")] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let body = lines.enumerated().map { ($0.offset == 0 ? first : other) + $0.element }
      let summaries = diagnostics(of: head + body.joined(separator: "\n") + "\n").map(\.summary)
      #expect(summaries.filter { !$0.hasPrefix("the heading level jumps") } == [])
    }
  }
}
