import Charts
import Lessons
import Records

extension Check {
  /// Warns of a number in a claim's words that is neither what was measured nor what was demanded,
  /// rounded to as many digits.
  mutating func compare(_ words: [Inline], _ claim: Claim, _ line: Int, _ lesson: MeasuredLesson) {
    let known = claim.numbers
    for number in NumberInProse.all(in: words.text) where !known.contains(where: number.rounds) {
      diagnostics.append(
        .warning(
          .claim, Place(file: lesson.lesson.file, line: line),
          "the claim '\(claim.name)' says \(number.text), and \(claim.measuredWords) was measured",
          help: "let the number be computed: `{swift} …`"))
    }
  }
}

extension [Inline] {
  /// The words that the author typed: no computed value, formula or code.
  fileprivate var text: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .softBreak, .lineBreak: " "
      default: inline.children.isEmpty ? "·" : inline.children.text
      }
    }.joined()
  }
}

extension Claim {
  /// The numbers that words about it may hold.
  fileprivate var numbers: [Double] {
    let measured: [Double] =
      switch measured {
      case .numbers(let numbers): numbers
      case .truths(let truths): [Double(truths.count { $0 }), Double(truths.count)]
      }
    return measured + demanded
  }

  private var demanded: [Double] {
    switch demand {
    case .equals(let value, let within): [value, within]
    case .near(let value, let by): [value, by, 100 * by]
    case .atMost(let bound), .atLeast(let bound): [bound]
    case .between(let low, let high): [low, high]
    case .count(let least, let total): [Double(least), Double(total)]
    case .holds: []
    }
  }
}

/// A number as prose has it: `0.25`, `13,781`, `9.54 × 10⁻⁷`, `96%`.
struct NumberInProse: Equatable {
  let text: String
  private let value: Double
  /// The worth of a half of its last digit.
  private let tolerance: Double

  /// The numbers in a text, in order; digits that end a word, as in `float32`, are part of its name.
  static func all(in text: String) -> [NumberInProse] {
    // Most texts hold none, and the pattern is slow.
    guard text.utf8.contains(where: isDigit) else { return [] }
    let number =
      /[−-]?\d+(?:,\d{3})*(?:\.\d+)?(?:\s*[×x]\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?:\s?%)?/
    return text.matches(of: number).compactMap { match in
      let endsAWord = text[..<match.range.lowerBound].last?.isLatinLetter == true
      return endsAWord ? nil : NumberInProse(String(match.0), exponent: match.1.map(String.init))
    }
  }

  private init?(_ text: String, exponent: String?) {
    let trimmed = text.prefix { $0 != "%" }.filter { !$0.isWhitespace && $0 != "," }
    let mantissa = trimmed.prefix { $0.isASCII ? $0 != "x" : $0 == "−" }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    guard let number = Double(mantissa.replacing("−", with: "-")) else { return nil }
    let power = exponent.flatMap { Int(String($0.compactMap { plain[$0] })) } ?? 0
    let scale = (text.hasSuffix("%") ? 0.01 : 1) * Self.power(of: power)
    self.text = text.trimmingPrefix(while: \.isWhitespace).description
    value = number * scale
    tolerance = 0.5 * Self.power(of: -decimals) * scale
  }

  private static func power(of exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

  /// Whether a measured value is this number, rounded to as many digits.
  func rounds(_ measured: Double) -> Bool { abs(measured - value) <= tolerance * 1.000_001 }
}

extension Character {
  fileprivate var isLatinLetter: Bool { isASCII && isLetter }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private let plain: [Character: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9", "⁻": "-",
]
