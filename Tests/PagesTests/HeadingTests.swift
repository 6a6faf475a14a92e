import Lessons
import Pages
import Records
import Testing
import Typesetting

/// Headings with formulas, code, notes and links in the contents and in the search index.
@Suite struct HeadingTests {
  private func files(_ body: String, _ records: [Record] = []) throws -> [String: String] {
    let measured = [try sample(body, records)]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(site.diagnostics == [])
    return Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.text) })
  }

  /// The entries of the page's contents.
  private func contents(_ body: String, _ records: [Record] = []) throws -> [String] {
    let page = try #require(try files(body, records)["01-one.html"])
    let list = try #require(page.firstMatch(of: /<nav class="contents"[\s\S]*?<\/nav>/)).0
    return list.matches(of: /<li><a href="[^"]*">([\s\S]*?)<\/a><\/li>/).map { String($0.1) }
  }

  @Test func theContentsHaveFormulasButNoNoteNumbers() throws {
    let formula = "\(try typesetter.formula("\\sigma'", display: false))"
    let body = "## Where $\\sigma'$ falls[^n]\n\n## After it\n\n[^n]: Words."
    #expect(try contents(body) == ["Where \(formula) falls", "After it"])
    let linked = """
      ## Where $\\sigma'$ is `small`, see [above](#after-it)

      ## After it
      """
    #expect(
      try contents(linked) == [
        "Where \(formula) is <code>small</code>, see above", "After it",
      ])
  }

  @Test func theContentsSupportEveryKindOfInline() throws {
    let body = """
      ```{swift}
      let x = 1
      ```

      ## *One* **two** `{swift} x` [three](claim:c)

      ## [](fig:f) and [words](fig:f)

      ## ![Four](data:image/png;base64,AA)
      """
    #expect(
      try contents(body, [.value(index: 0, text: "10⁻⁶"), claim("c", 1), figure("f")]) == [
        "<em>One</em> <strong>two</strong> <span class=\"value\">10<sup>−6</sup></span> three",
        "Figure 1.1 and words", "Four",
      ])
  }

  @Test func searchAndColumnsHaveFormulasInUnicode() throws {
    let files = try files(
      """
      ## Where $\\sigma'$ falls[^n]

      So $x_1^2 \\le \\frac{a+b}{2}$.

      | $h_t$ | b | $\\hat{y}$[^n] | d |
      |---|---|---|---|
      | 1 | 2 | 3 | 4 |

      [^n]: Words.
      """)
    let piece = try #require(files["search/1.js"])
    #expect(piece.contains("[\"where-sigma-falls\",\"Where σ′ falls\",\"So x₁²≤(a+b)/2."))
    let page = try #require(files["01-one.html"])
    #expect(page.contains("data-column=\"y\u{302}\""))
  }

  @Test(arguments: [
    ("a^2 + b^2 = c^2", "a²+b²=c²"), ("\\sigma'", "σ′"), ("x_{ij}^{n+1}", "xᵢⱼⁿ⁺¹"),
    ("e^{i\\pi}", "e^(iπ)"), ("\\frac{1}{2}", "1/2"), ("\\sqrt{x+y}", "√(x+y)"),
    ("\\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿxᵢ"), ("a < b", "a<b"), ("\\tilde{x}", "x\u{303}"),
    ("\\lVert W \\rVert_F", "∥W∥_F"), ("\\log x", "log x"), ("\\mathbb{R}", "R"),
  ])
  func formulasBecomePlainText(_ tex: String, _ text: String) throws {
    let piece = try #require(try files("## A $\(tex)$\n\nWords.")["search/1.js"])
    #expect(piece.contains("\"A \(text)\""), "\(piece)")
  }
}
