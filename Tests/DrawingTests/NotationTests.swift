import Drawing
import Testing

@Suite struct NotationTests {
  @Test(
    "an underscore after a single letter begins a subscript",
    arguments: [
      ("h_t", [("h", Notation.Level.baseline), ("t", .lowered)]),
      ("∂h_T/∂h_t", [("∂h", .baseline), ("T", .lowered), ("/∂h", .baseline), ("t", .lowered)]),
      ("W_{t−1} x", [("W", .baseline), ("t−1", .lowered), (" x", .baseline)]),
      ("Δw_hh", [("Δw", .baseline), ("hh", .lowered)]),
      ("σ_w²", [("σ", .baseline), ("w", .lowered), ("2", .raised)]),
      ("10⁻⁶ of x_1", [("10", .baseline), ("−6", .raised), (" of x", .baseline), ("1", .lowered)]),
    ])
  func indices(_ text: String, _ expected: [(String, Notation.Level)]) {
    #expect(Notation.runs(of: text) == expected.map { Notation.Run($0.0, $0.1) })
  }

  @Test(
    "an underscore in a name is unchanged",
    arguments: [
      "learning_rate", "a_b_c", "_t", "h_", "h_ t", "x2_y", "_x_1", "__init__", "h_{}", "h_{t", "",
      "batch_norm, step",
    ])
  func names(_ text: String) {
    #expect(Notation.runs(of: text).map(\.text).joined() == text)
    #expect(Notation.runs(of: text).allSatisfy { $0.level == .baseline })
  }

  @Test func subscriptsAreNarrowerThanPlainText() {
    #expect(TextWidth.of("h_t", size: 10) < TextWidth.of("ht", size: 10))
    #expect(TextWidth.of("W_{hh}", size: 10) == TextWidth.of("W_hh", size: 10))
    #expect(TextWidth.of("learning_rate", size: 10) > TextWidth.of("learningrate", size: 10))
  }
}
