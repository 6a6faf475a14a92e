import Differences
import Testing

@Suite struct NumberChangeTests {
  @Test(
    arguments: [
      (0.25, 0.2, "0.25 → 0.2 (−0.05, −20%)"),
      (0.2504, 0.2506, "0.2504 → 0.2506 (+2 × 10⁻⁴, +0.08%)"),
      (1, 1.000_000_1, "1 → 1.0000001 (+10⁻⁷, +10⁻⁵%)"),
      (9.5367431640625e-7, 9.61e-7, "9.537 × 10⁻⁷ → 9.61 × 10⁻⁷ (+7.3 × 10⁻⁹, +0.77%)"),
      (0, 3, "0 → 3 (+3)"), (3, 0, "3 → 0 (−3, −100%)"), (-1, 1, "−1 → 1 (+2, +200%)"),
      (-0.5, -0.25, "−0.5 → −0.25 (+0.25, +50%)"),
      (1, 13_781, "1 → 13,781 (+13,780, ×13,781)"),
      (1, 1e-7, "1 → 10⁻⁷ (−1, ÷10⁷)"), (2, 1.9, "2 → 1.9 (−0.1, −5%)"),
      (1, .nan, "1 → NaN"), (.infinity, 2, "∞ → 2"),
    ] as [(Double, Double, String)])
  func theTextShowsEnoughDigits(_ from: Double, _ to: Double, text: String) {
    #expect(NumberChange(from: from, to: to)?.text == text)
  }

  @Test(arguments: [(1, 1), (.nan, .nan), (-0.0, 0), (.infinity, .infinity)] as [(Double, Double)])
  func equalNumbersAreNoChange(_ from: Double, _ to: Double) {
    #expect(NumberChange(from: from, to: to) == nil)
  }

  @Test func theSizeIsSymmetric() {
    let numbers: [Double] = [0, 1, -1, 1e-300, 1e300, 0.1, .infinity, .nan]
    for from in numbers {
      for to in numbers {
        let forward = NumberChange(from: from, to: to)
        let reverse = NumberChange(from: to, to: from)
        #expect(forward?.size == reverse?.size)
        #expect(forward?.absolute == reverse?.absolute.map { -$0 })
      }
    }
  }

  @Test func adjacentNumbersHaveDifferentTexts() {
    for number in [0.1, 0.25, 1, 1e-7, 123_456.7, 9.999_999e20] {
      let text = NumberChange(from: number, to: number.nextUp)?.text ?? ""
      let sides = text.prefix { $0 != "(" }.split(separator: "→").map {
        $0.filter { !$0.isWhitespace }
      }
      #expect(sides.count == 2 && sides[0] != sides[1], "\(text)")
    }
  }
}
