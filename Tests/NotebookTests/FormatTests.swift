import Notebook
import Testing

@Suite struct FormatTests {
  @Test func numbersAreFormattedForProse() {
    #expect(format(0.25) == "0.25")
    #expect(format(Float(0.1)) == "0.1")
    #expect(format(pow2(-20)) == "9.54 × 10⁻⁷")
    #expect(format(-1) == "−1")
  }

  private func pow2(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
