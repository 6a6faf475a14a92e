import TestSupport
import Testing

@Suite struct FormulaRendererTests {
  static let formulas = [
    "x", "x^2", "w_{ij}", #"\frac{\partial L}{\partial w}"#, #"\sum_{k=1}^n \delta_k"#,
    #"\begin{aligned} a &= b \\ &\le \sqrt{c} \end{aligned}"#, #"\left( \tfrac14 \right)^{10}"#,
    #"\mathbf{W} \in \mathbb{R}^{m \times n}"#, #"\text{slope} < \sigma'(z)"#, "梯度 = 0", "𝔸",
    #"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"#, "",
  ]

  @Test("the markup of formulas is unchanged", arguments: [false, true])
  func golden(_ display: Bool) throws {
    let pieces = try Self.formulas.map {
      "\($0)\n\(try TypesettingFixture.formula($0, display: display))\n"
    }
    let file = display ? "display.txt" : "inline.txt"
    let mismatch = try goldenMismatch(pieces.joined(separator: "\n"), file)
    #expect(mismatch == nil)
  }

  @Test("a formula has MathML for screen readers and HTML for display")
  func accessible() throws {
    let markup = try TypesettingFixture.formula("a<b")
    #expect(markup.matches(of: /<math\ /).count == 1)
    #expect(markup.contains("<span class=\"katex-html\" aria-hidden=\"true\">"))
    #expect(markup.contains("<annotation encoding=\"application/x-tex\">a&lt;b</annotation>"))
  }

  @Test("a formula does not affect later ones")
  func independent() throws {
    let before = try TypesettingFixture.formula("x + y")
    _ = try TypesettingFixture.formula(#"\gdef\kept{1} \newcommand{\held}{2} \kept \held"#)
    for name in [#"\kept"#, #"\held"#] {
      #expect(throws: (any Error).self) { try TypesettingFixture.formula(name) }
    }
    _ = try? TypesettingFixture.formula(#"\def\a{\a}\a"#)
    #expect(try TypesettingFixture.formula("x + y ") == before.replacing("x + y<", with: "x + y <"))
  }
}
