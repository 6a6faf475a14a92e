import Notebook
import Testing

@Suite struct FormatTests {
  @Test func numbersAreFormattedForProse() {
    #expect(format(0.25) == "0.25")
    #expect(format(Float(0.1)) == "0.1")
    #expect(format(pow2(-20)) == "9.54 × 10⁻⁷")
    #expect(format(-1) == "−1")
    #expect(format(-0.5) == "−0.5")
  }

  @Test func theNumberOfDigitsCanBeGiven() {
    #expect(format(1.0 / 3, digits: 2) == "0.33")
    #expect(format(0.25, digits: 3) == "0.250")
    #expect(format(Float(0.1), digits: 8) == "0.10000000")
  }

  @Test func integersHaveAllTheirDigits() {
    #expect(format(1234) == "1234")
    #expect(format(1_234_567) == "1,234,567")
  }

  @Test func nonFiniteNumbersHaveTheirSymbols() {
    #expect(format(Double.nan) == "NaN")
    #expect(format(Double.infinity) == "∞")
    #expect(format(-Float.infinity) == "−∞")
  }

  private func pow2(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
