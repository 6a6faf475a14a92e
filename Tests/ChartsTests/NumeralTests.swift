import Charts
import Testing

@Suite struct NumeralTests {
  /// Numbers with the default number of digits.
  static let byDefault: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-1, "−1"), (10, "10"), (0.25, "0.25"), (-0.25, "−0.25"),
    (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333"), (2.0 / 3, "0.667"), (0.999, "0.999"),
    (0.9996, "1"), (2.675, "2.68"), (1.005, "1.01"), (12.34, "12.3"), (99.95, "100"),
    (123.4, "123"), (999.5, "1000"), (1000, "1000"), (1234.4, "1234"), (1234.5, "1235"),
    (-1234.5, "−1235"), (10_000, "10,000"), (13_781, "13,781"), (999_999, "999,999"),
    (999_999.5, "10⁶"), (1e6, "10⁶"), (1_234_567, "1.23 × 10⁶"), (1e21, "10²¹"),
    (0.001, "0.001"), (0.00123, "0.00123"), (0.000_999_6, "0.001"), (0.000_999_4, "9.99 × 10⁻⁴"),
    (1e-5, "10⁻⁵"), (-1e-5, "−10⁻⁵"), (9.5367431640625e-07, "9.54 × 10⁻⁷"),
    (2e-7, "2 × 10⁻⁷"), (9.999e-8, "10⁻⁷"), (.leastNonzeroMagnitude, "5 × 10⁻³²⁴"),
    (1.7976931348623157e308, "1.8 × 10³⁰⁸"), (.nan, "NaN"), (-.nan, "NaN"), (.infinity, "∞"),
    (-.infinity, "−∞"),
  ]

  /// Numbers with a given number of digits.
  static let withDigits: [(Double, Int, String)] = [
    (0.25, 3, "0.250"), (0.25, 1, "0.3"), (1, 3, "1.00"), (0, 3, "0.00"), (0, 1, "0"),
    (0.0001, 3, "1.00 × 10⁻⁴"), (9.5367431640625e-07, 2, "9.5 × 10⁻⁷"),
    (9.5367431640625e-07, 8, "9.5367432 × 10⁻⁷"), (13_781, 5, "13,781"),
    (13_781, 2, "1.4 × 10⁴"), (13_781, 7, "13,781.00"), (1234.5, 3, "1.23 × 10³"),
    (99.95, 3, "100"), (999.95, 3, "1.00 × 10³"), (-0.5, 4, "−0.5000"), (1e-5, 1, "10⁻⁵"),
    (0.5, 0, "0.5"), (.nan, 3, "NaN"), (.infinity, 3, "∞"),
  ]

  @Test("by default, a number has three digits", arguments: byDefault)
  func defaults(_ value: Double, _ expected: String) {
    #expect(Numeral(value).description == expected)
  }

  @Test("a number has exactly the given number of digits", arguments: withDigits)
  func digits(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(Numeral(value, digits: digits).description == expected)
  }

  @Test(
    "with a maximum number of digits, a number has no trailing zeros",
    arguments: [
      (0.25, 6, "0.25"), (1, 6, "1"), (9.5367431640625e-07, 6, "9.53674 × 10⁻⁷"),
      (13_780.612, 6, "13,780.6"), (0.1 + 0.2, 6, "0.3"), (1e-6, 6, "10⁻⁶"), (.infinity, 6, "∞"),
    ] as [(Double, Int, String)])
  func limited(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(Numeral(value, upTo: digits).description == expected)
  }

  @Test("a Float is rounded from its own decimal digits")
  func floats() {
    #expect(Double(Float(0.1)) != 0.1)
    #expect(Numeral(Float(0.1), digits: 8).description == "0.10000000")
    #expect(Numeral(Float(1.005)).description == "1.01")
    #expect(Numeral(Double(Float(1.005))).description == "1")
    #expect(Numeral(Float.nan).description == "NaN")
  }

  @Test(
    "an integer has all its digits",
    arguments: [
      (0, "0"), (-7, "−7"), (1234, "1234"), (12_345, "12,345"), (1_234_567, "1,234,567"),
      (.max, "9,223,372,036,854,775,807"), (.min, "−9,223,372,036,854,775,808"),
    ])
  func wholeNumbers(_ value: Int, _ expected: String) {
    #expect(Numeral(value).description == expected)
  }

  @Test(
    "a number has exactly the given decimals and no power of ten",
    arguments: [
      (0.25, 2, "0.25"), (0.3, 2, "0.30"), (0, 1, "0.0"), (-0.04, 1, "0.0"), (0.96, 1, "1.0"),
      (0.6, 0, "1"), (0.4, 0, "0"), (12_345.67, 1, "12,345.7"), (0.0001, 4, "0.0001"),
      (9.995, 2, "10.00"), (-1.5, 1, "−1.5"),
    ])
  func decimals(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(Numeral(value, decimals: decimals).description == expected)
  }

  @Test("powers of ten have no factor, and 1 and 10 no exponent")
  func powersOfTen() {
    #expect(
      [-6, 0, 1, 2].map { Numeral(powerOfTen: $0).description } == ["10⁻⁶", "1", "10", "10²"])
  }

  @Test("base and exponent are separate, so that a page can format the exponent")
  func parts() {
    let numeral = Numeral(-9.54e-7)
    #expect(numeral.base == "−9.54 × 10")
    #expect(numeral.exponent == -7)
    #expect(Numeral(0.5).exponent == nil)
  }

  @Test("numbers never contain a hyphen or an e")
  func noProgrammersNotation() {
    for power in -330...310 {
      for lead in [1.0, -2.5, 9.996] {
        let text = Numeral(lead * tenTo(power)).description
        #expect(!text.contains("e") && !text.contains("-"), "\(text)")
      }
    }
  }

  private func tenTo(_ power: Int) -> Double { Double("1e\(power)") ?? .infinity }
}
