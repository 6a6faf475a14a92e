import Foundation
import Testing

@Suite struct FormulasTests {
  static let formulas = [
    "x", "x^2", "w_{ij}", #"\frac{\partial L}{\partial w}"#, #"\sum_{k=1}^n \delta_k"#,
    #"\begin{aligned} a &= b \\ &\le \sqrt{c} \end{aligned}"#, #"\left( \tfrac14 \right)^{10}"#,
    #"\mathbf{W} \in \mathbb{R}^{m \times n}"#, #"\text{slope} < \sigma'(z)"#, "梯度 = 0", "𝔸",
    #"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"#, "",
  ]

  @Test("formulas look as they did", arguments: [false, true])
  func golden(_ display: Bool) throws {
    let pieces = try Self.formulas.map {
      "\($0)\n\(try Workbench.formula($0, display: display))\n"
    }
    try expectGolden(pieces.joined(separator: "\n"), display ? "display.txt" : "inline.txt")
  }

  @Test("a formula is read to those who listen, and drawn for those who look")
  func accessible() throws {
    let markup = try Workbench.formula("a<b")
    #expect(markup.matches(of: /<math\ /).count == 1)
    #expect(markup.contains("<span class=\"katex-html\" aria-hidden=\"true\">"))
    #expect(markup.contains("<annotation encoding=\"application/x-tex\">a&lt;b</annotation>"))
  }

  @Test("no formula leaves anything behind for the next")
  func independent() throws {
    let before = try Workbench.formula("x + y")
    _ = try Workbench.formula(#"\gdef\kept{1} \newcommand{\held}{2} \kept \held"#)
    for name in [#"\kept"#, #"\held"#] {
      #expect(throws: (any Error).self) { try Workbench.formula(name) }
    }
    _ = try? Workbench.formula(#"\def\a{\a}\a"#)
    #expect(try Workbench.formula("x + y ") == before.replacing("x + y<", with: "x + y <"))
  }
}

/// Compares with the text kept under `Golden`; with GRADUS_RECORD=1 keeps it, and fails, so that
/// nobody passes by recording.
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
