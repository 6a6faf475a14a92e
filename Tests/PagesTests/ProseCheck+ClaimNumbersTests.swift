import Foundation
import Lessons
import Pages
import Records
import Testing

/// Numbers in a claim's text are compared with the demanded and the measured values.
@Suite struct ClaimNumbersTests {
  @Test(arguments: right)
  func aRightNumberIsAccepted(_ phrase: Phrase) throws {
    #expect(try warnings(phrase) == [])
  }

  @Test(arguments: wrong)
  func aWrongNumberIsReported(_ phrase: Phrase) throws {
    let warnings = try warnings(phrase)
    #expect(warnings.count == 1, "\(warnings)")
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.place.line == 8 })
  }

  private func warnings(_ phrase: Phrase) throws -> [Diagnostic] {
    let claim = Claim(
      name: "c", measured: phrase.measured, demand: phrase.demand,
      place: CellPlace(cell: 0, line: 0))
    #expect(claim.holds, "\(phrase.words)")
    return problems([
      try sample("```{swift}\nlet x = 1\n```\n[\(phrase.words)](claim:c)", [.claim(claim)])
    ])
  }

  /// A number written in any of the supported ways is right, and a number close to it is wrong.
  @Test(arguments: 0..<200)
  func everyNotationOfANumberIsParsed(_ seed: Int) throws {
    var generator = Draws(state: UInt64(seed))
    for way in ways {
      let (form, number, other) = way(&generator)
      for (written, isRight) in [(number, true), (other, false)] {
        let phrase = Phrase(form(written), .equals(value: number, within: 1e-9 * number), number)
        #expect(try warnings(phrase).isEmpty == isRight, "\(phrase.words) for \(number)")
      }
    }
  }

  static let messages: [(Phrase, String)] = [
    (
      Phrase("more than 80 percent of them", .atLeast(bound: 0.9), 0.96),
      "says 80 percent: it demands at least 0.9 (90%), and measured 0.96"
    ),
    (
      Phrase("less than 1/2", .atMost(bound: 0.6), 0.3),
      "says 1/2: it demands at most 0.6, and measured 0.3"
    ),
    (
      Phrase("2–3 times", .between(low: 4, high: 5), 4.5),
      "says 2–3: it demands between 4 and 5, and measured 4.5"
    ),
    (
      Phrase("on 3 of 5 seeds", .count(atLeast: 4, of: 5), truths: 5, of: 5),
      "says 3 of 5: it demands at least 4 of 5, and measured 5 of 5"
    ),
    (
      Phrase("by 7", .holds(words: "a is 5 larger"), truths: 1, of: 1),
      "says 7: it demands 'a is 5 larger', which is so"
    ),
    (
      Phrase("20% to 30%", .between(low: 0.4, high: 0.5), 0.45),
      "says 20% to 30%: it demands between 0.4 and 0.5 (40% to 50%), and measured 0.45"
    ),
  ]

  @Test(arguments: messages)
  func theWarningShowsTheComparedValues(_ phrase: Phrase, _ words: String) throws {
    #expect(
      try warnings(phrase).map(\.description) == [
        """
        lessons/01-one.md:8: warning: the claim 'c' \(words)
        help: compute the number instead: `{swift} …`
        """
      ])
  }
}

/// A claim's text, with its demand and the measured values.
struct Phrase: Sendable, CustomTestStringConvertible {
  var words: String
  var demand: Claim.Demand
  var measured: Claim.Measurement

  init(_ words: String, _ demand: Claim.Demand, _ measured: Double...) {
    self.words = words
    self.demand = demand
    self.measured = .numbers(measured)
  }

  init(_ words: String, _ demand: Claim.Demand, truths count: Int, of total: Int) {
    self.words = words
    self.demand = demand
    measured = .truths((0..<total).map { $0 < count })
  }

  var testDescription: String { words }
}

private let ninety = Claim.Demand.atLeast(bound: 0.9)
private let half = Claim.Demand.atMost(bound: 0.5)
private let million = Claim.Demand.atMost(bound: 1e6)
private let quarter = Claim.Demand.equals(value: 0.25, within: 0.01)
private let order = Claim.Demand.near(value: 1.5, by: 0.05)
private let twoThirds = Claim.Demand.atLeast(bound: 2.0 / 3)
private let tiny = Claim.Demand.atMost(bound: 1e-6)
private let steps = Claim.Demand.between(low: 70, high: 90)

private let right: [Phrase] = [
  // Percentages, with a sign and in words.
  Phrase("more than 90 percent", ninety, 0.96), Phrase("more than 90 per cent", ninety, 0.96),
  Phrase("more than 90%", ninety, 0.96), Phrase("over 90 %", ninety, 0.96),
  Phrase("mehr als 90 Prozent", ninety, 0.96), Phrase("超过百分之九十", ninety, 0.96),
  Phrase("超过 90％", ninety, 0.96), Phrase("百分之九十六", ninety, 0.96),
  Phrase("ninety percent or more", ninety, 0.96), Phrase("ninety-six percent", ninety, 0.96),
  Phrase("plus de 90 pour cent", ninety, 0.96), Phrase("más de 90 por ciento", ninety, 0.96),
  Phrase("more than about 90 percent", ninety, 0.96), Phrase("90% 以上", ninety, 0.96),
  Phrase("at least 96% right", .atLeast(bound: 96), 97),
  Phrase("wrong on less than 10%", ninety, 0.96),
  Phrase("4% are wrong", ninety, 0.96), Phrase("12% more", .near(value: 1.12, by: 0.01), 1.121),
  Phrase("12 percent less", .near(value: 0.88, by: 0.01), 0.881), Phrase("within 5%", order, 1.49),
  Phrase("90 percentage points", ninety, 0.96),
  // Fractions.
  Phrase("order 3/2", order, 1.4987), Phrase("less than 1/2", half, 0.31),
  Phrase("less than ½", half, 0.31), Phrase("less than half of them", half, 0.31),
  Phrase("less than a ten-thousandth", .atMost(bound: 1e-4), 2e-6),
  Phrase("a hundred-thousandth or less", .between(low: 1e-10, high: 1e-5), 1e-8),
  Phrase("more than half of the pictures", .atLeast(bound: 0.55), 0.7),
  Phrase("less than a hundredth of it", .atMost(bound: 1e-5), 1e-6),
  Phrase("about half of them", .between(low: 23, high: 31), 26),
  Phrase("1½ times", order, 1.5), Phrase("two thirds or more", twoThirds, 0.7),
  Phrase("⅔", .near(value: 2.0 / 3, by: 0.01), 0.666), Phrase("a quarter of it", quarter, 0.2501),
  Phrase("less than a tenth", .atMost(bound: 0.1), 0.03), Phrase("over a tenth layer", tiny, 3e-8),
  Phrase("exactly one quarter", quarter, 0.2501), Phrase("nine tenths", ninety, 0.96),
  Phrase("wrong on more than half of them", half, 0.31), Phrase("$\\frac{3}{2}$", order, 1.4987),
  // Counts.
  Phrase("in 2 of 3 steps", twoThirds, 0.7), Phrase("in 2 of 3 steps", .atLeast(bound: 2), 2),
  Phrase("in 2 out of 3 steps", .count(atLeast: 2, of: 3), truths: 3, of: 3),
  Phrase("in all 3 of 3 steps", .count(atLeast: 2, of: 3), truths: 3, of: 3),
  Phrase("in 2 von 3 Schritten", .count(atLeast: 2, of: 3), truths: 3, of: 3),
  Phrase("on four of the five seeds", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("in 80% of the runs", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("in 4/5", .count(atLeast: 4, of: 5), truths: 4, of: 5),
  Phrase("`{swift} x` of 5 seeds", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("all 5 learn", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("four of the five seeds", ninety, 0.96),
  Phrase("two of the three learn", .holds(words: "most learn"), truths: 1, of: 1),
  // Powers and large numbers.
  Phrase("10⁶", million, 3e5), Phrase("below 10^6", million, 3e5), Phrase("$10^6$", million, 3e5),
  Phrase("at most 1,000,000", million, 3e5), Phrase("at most 1 million", million, 3e5),
  Phrase("at most 1 000 000", million, 3e5), Phrase("höchstens 1.000.000", million, 3e5),
  Phrase("100 万以下", million, 3e5), Phrase("under 10 000", .atMost(bound: 1e4), 3),
  Phrase("less than 1e-6", tiny, 3e-8), Phrase("less than $10^{-6}$", tiny, 3e-8),
  Phrase("3 × 10⁻⁸", tiny, 3e-8), Phrase("$3 \\times 10^{-8}$", tiny, 3e-8),
  Phrase("some 10k", .near(value: 1e4, by: 0.1), 9_900),
  // Ranges, tolerances, signs, decimal commas.
  Phrase("2–3 times", .between(low: 2, high: 3), 2.4), Phrase("2-3 times", .atMost(bound: 9), 2.4),
  Phrase("between 2 and 3", .between(low: 2, high: 3), 2.4),
  Phrase("from 2 to 3", .between(low: 2, high: 3), 2.4),
  Phrase("20–30%", .between(low: 0.2, high: 0.3), 0.24), Phrase("0.25 ± 0.01", quarter, 0.2501),
  Phrase("0,25", quarter, 0.2501), Phrase("ein Viertel, 0,25 ± 0,01", quarter, 0.2501),
  Phrase("falls by 0.3", .atMost(bound: -0.2), -0.3), Phrase("−0.3", .atMost(bound: -0.2), -0.3),
  Phrase("3× as far", .near(value: 3, by: 0.1), 3.1),
  Phrase("3-fold", .near(value: 3, by: 0.1), 3.1),
  // Labels and settings.
  Phrase("layer 3 keeps 0.25", quarter, 0.2501), Phrase("layers 3, 4 and 5", quarter, 0.2501),
  Phrase("float32 in lesson 5 of ResNet-56", quarter, 0.2501),
  Phrase("the 3rd and the 2nd", quarter, 0.2501),
  Phrase("第3层", quarter, 0.2501), Phrase("a 3 × 3 kernel", quarter, 0.2501),
  Phrase("since 2015", quarter, 0.2501), Phrase("on 2015-06-01", quarter, 0.2501),
  Phrase("after 50 layers", tiny, 3e-8), Phrase("over 100 training steps", quarter, 0.2501),
  Phrase("8-bit numbers", quarter, 0.2501), Phrase("Swift 6.3.1", quarter, 0.2501),
  Phrase("after 70 steps", steps, 81), Phrase("after 81 steps", steps, 81),
  Phrase("`7` and `{swift} x`", quarter, 0.2501), Phrase("the third of them", quarter, 0.2501),
  Phrase("5 larger", .holds(words: "a is 5 larger"), truths: 1, of: 1),
]

private let wrong: [Phrase] = [
  Phrase("more than 95 percent", ninety, 0.99), Phrase("80 percent", ninety, 0.96),
  Phrase("mehr als 95 Prozent", ninety, 0.99), Phrase("超过百分之九十五", ninety, 0.99),
  Phrase("ninety-seven percent", ninety, 0.96), Phrase("7% are wrong", ninety, 0.96),
  Phrase("wrong on less than 5%", ninety, 0.99), Phrase("more than 10% are right", half, 0.03),
  Phrase("less than 90%", ninety, 0.96), Phrase("more than 90%", .atMost(bound: 0.9), 0.3),
  Phrase("20% more", .near(value: 1.12, by: 0.01), 1.121), Phrase("within 2%", order, 1.49),
  Phrase("at least 80 percent", ninety, 0.96), Phrase("less than 1/2", .atMost(bound: 0.4), 0.3),
  Phrase("on at least 3 of 5", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("order 4/3", order, 1.4987), Phrase("less than 1/2", .atMost(bound: 0.6), 0.3),
  Phrase("less than ½", .atMost(bound: 0.6), 0.3),
  Phrase("less than half of them", .atMost(bound: 0.6), 0.3),
  Phrase("less than a ten-thousandth", .atMost(bound: 1e-3), 2e-5),
  Phrase("more than half of the pictures", .atLeast(bound: 0.45), 0.7),
  Phrase("less than 0.5", .atMost(bound: 0.6), 0.503),
  Phrase("three quarters of them", twoThirds, 0.7),
  Phrase("a third of it", quarter, 0.2501), Phrase("under a tenth", .atMost(bound: 0.2), 0.03),
  Phrase("1½ times", .near(value: 2, by: 0.1), 2),
  Phrase("in 2 of 4 steps", twoThirds, 0.7),
  Phrase("in 3 of 3 steps", .count(atLeast: 1, of: 3), truths: 2, of: 3),
  Phrase("in 2 of 4 steps", .count(atLeast: 2, of: 3), truths: 3, of: 3),
  Phrase("on two of the five seeds", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("in 70% of the runs", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("all 6 learn", .count(atLeast: 4, of: 5), truths: 5, of: 5),
  Phrase("10⁷", million, 3e5), Phrase("below 10^5", million, 3e5),
  Phrase("$10^5$", million, 3e4 / 7),
  Phrase("at most 1 thousand", million, 3e5), Phrase("at most 100,000", million, 3e5),
  Phrase("less than 1e-7", tiny, 3e-8), Phrase("4 × 10⁻⁸", tiny, 3e-8),
  Phrase("$0.9$", quarter, 0.2501),
  Phrase("3–4 times", .between(low: 2, high: 3), 2.4),
  Phrase("between 3 and 4", .between(low: 2, high: 3), 2.4),
  Phrase("0.25 ± 0.001", quarter, 0.2501), Phrase("0,27", quarter, 0.2501),
  Phrase("−0.25", quarter, 0.2501),
  Phrase("4× as far", .near(value: 3, by: 0.1), 3.1), Phrase("after 80 steps", steps, 81),
  Phrase("layer 3 keeps 0.35", quarter, 0.2501),
  Phrase("7 larger", .holds(words: "a is 5 larger"), truths: 1, of: 1),
]

/// A notation, a number, and a different number that the notation must not match.
private typealias Way = @Sendable (inout Draws) -> ((Double) -> String, Double, Double)

private let ways: [Way] = [
  { draws in
    let signs = ["%", " %", " percent", " per cent", " Prozent", "％", " pour cent", " por ciento"]
    let sign = draws.pick(signs)
    let share = draws.whole(5...45)
    return ({ "\(Int(($0 * 100).rounded()))\(sign)" }, Double(share) / 100, Double(share + 2) / 100)
  },
  { draws in
    let share = draws.whole(5...45)
    return ({ "百分之\(Int(($0 * 100).rounded()))" }, Double(share) / 100, Double(share + 2) / 100)
  },
  { draws in
    let comma = draws.pick([".", ","])
    let share = draws.whole(10...99)
    return (
      { "0\(comma)\(Int(($0 * 100).rounded()))" }, Double(share) / 100, Double(share) / 100 + 0.01
    )
  },
  { draws in
    let separator = draws.pick([",", ".", " ", "\u{A0}", "\u{2009}", "\u{202F}", "'"])
    let thousands = draws.whole(10...999)
    let rest = draws.whole(100...998)
    let number = Double(thousands * 1000 + rest)
    return ({ "\(Int($0) / 1000)\(separator)\(Int($0) % 1000)" }, number, number + 1)
  },
  { draws in
    let forms = [("10^", ""), ("$10^{", "}$"), ("1 × 10^", ""), ("1e", ""), ("10^{", "}")]
    let (before, after) = draws.pick(forms)
    let power = draws.whole(-12...12)
    return (
      { "\(before)\(Int(log10($0).rounded()))\(after)" }, pow(10, Double(power)),
      pow(10, Double(power + 1))
    )
  },
  { draws in
    let forms = [("", "/", ""), ("", "⁄", ""), ("$\\frac{", "}{", "}$")]
    let (before, between, after) = draws.pick(forms)
    let below = draws.pick([7, 11, 13, 17])
    let above = draws.whole(1...5)
    return (
      { "\(before)\(Int(($0 * Double(below)).rounded()))\(between)\(below)\(after)" },
      Double(above) / Double(below), Double(above + below) / Double(below)
    )
  },
  { draws in
    let scale = draws.pick([
      ("thousand", 1e3), ("million", 1e6), ("Millionen", 1e6), ("billion", 1e9),
    ])
    let count = Double(draws.whole(1...99))
    return ({ "\(Int($0 / scale.1)) \(scale.0)" }, count * scale.1, (count + 1) * scale.1)
  },
]

/// A seeded random number generator.
private struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[whole(0...elements.count - 1)]
  }
}
