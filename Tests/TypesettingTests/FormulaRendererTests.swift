import Foundation
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
    try expectGolden(pieces.joined(separator: "\n"), display ? "display.txt" : "inline.txt")
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

/// Compares a text with a file in `Golden`; with GRADUS_RECORD=1 records the file and fails, so
/// that a recording run never passes.
private func expectGolden(_ text: String, _ name: String, file: String = #filePath) throws {
  let url = URL(filePath: file).deletingLastPathComponent().appending(components: "Golden", name)
  if ProcessInfo.processInfo.environment["GRADUS_RECORD"] == "1" {
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name); look at it, then run without GRADUS_RECORD.")
    return
  }
  let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  let first = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
  #expect(text == golden, "\(name): \(first.map { "got \($0), expected \($1)" } ?? "lengths")")
}
