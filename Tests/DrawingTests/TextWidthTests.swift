import Drawing
import Testing

@Suite struct TextWidthTests {
  @Test("width depends on size and weight, not on combining marks")
  func properties() {
    #expect(isNear(TextWidth.of("gradient", size: 20), 2 * TextWidth.of("gradient", size: 10)))
    #expect(TextWidth.of("a", size: 10, bold: true) > TextWidth.of("a", size: 10))
    #expect(TextWidth.of("e\u{301}", size: 10) == TextWidth.of("e", size: 10))
    #expect(TextWidth.of("", size: 10) == 0)
    #expect(TextWidth.of("梯度", size: 10) == 20)
  }

  /// Widths of DejaVu Sans 12 px in a browser, one of the widest system fonts.
  @Test(
    "the estimate is no narrower than a wide font",
    arguments: [
      ("gradient", 50.5), ("0123456789", 76.3), ("layer, counted from the input", 176.5),
      ("WMm%@", 57.3), ("illicit", 28), ("−1.5 × 10", 62.1), ("FGHLNORSTUVX", 98.8),
    ])
  func generous(_ text: String, _ measured: Double) {
    let estimate = TextWidth.of(text, size: 12)
    #expect(measured <= estimate && estimate <= measured * 1.25)
  }

  @Test(
    "the estimate of bold text is no narrower than a wide font",
    arguments: [
      ("gradient", 57.7), ("with batch norm", 111.1), ("ReLU", 34.3),
    ])
  func generousInBold(_ text: String, _ measured: Double) {
    let estimate = TextWidth.of(text, size: 12, bold: true)
    #expect(measured <= estimate && estimate <= measured * 1.25)
  }
}
