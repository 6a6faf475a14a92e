import Charts
import Testing

@Suite struct DistinctNumeralsTests {
  @Test func numbersHaveOnlyTheDigitsThatDistinguishThem() {
    #expect(distinctNumerals([1, 1.0000001, 2.5], upTo: 6) == ["1", "1.0000001", "2.5"])
    #expect(distinctNumerals([0.1 + 0.2, 0.3], upTo: 6) == ["0.30000000000000004", "0.3"])
    #expect(distinctNumerals([1.0 / 3, 1.0 / 3], upTo: 6) == ["0.333333", "0.333333"])
    #expect(
      distinctNumerals([1_234_567.1, 1_234_567.2], upTo: 6).map { $0.hasPrefix("1.2345") } == [
        true, true,
      ])
  }

  @Test func nonFiniteNumbersHaveTheirNames() {
    #expect(
      distinctNumerals([.nan, .nan, .infinity, 0, -0.0], upTo: 6) == ["NaN", "NaN", "∞", "0", "0"])
  }

  @Test func differentNumbersHaveDifferentTexts() {
    var number = 1.0
    var numbers: [Double] = []
    for _ in 0..<200 {
      numbers += [number, number.nextUp, number * (1 + 1e-9)]
      number *= 1.7
    }
    let texts = distinctNumerals(numbers, upTo: 6)
    #expect(Set(texts).count == Set(numbers).count)
  }
}
