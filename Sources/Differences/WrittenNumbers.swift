/// A text split into its numbers and the text between them.
struct WrittenNumbers {
  /// The text before, between and after the numbers.
  private(set) var separators: [String] = []
  /// The numbers: `0.25`, `−13,781`, `9.54 × 10⁻⁷`, `10⁻⁶`, `1e-07`, `∞`, `NaN`.
  private(set) var numbers: [Double] = []

  init(_ text: String) {
    let pattern =
      /[−-]?(?:10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+(?:,\d{3})*(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|e[+-]?\d+)?|∞|NaN)/
    var end = text.startIndex
    for match in text.matches(of: pattern) {
      guard let number = number(match.output) else { continue }
      separators.append(String(text[end..<match.range.lowerBound]))
      numbers.append(number)
      end = match.range.upperBound
    }
    separators.append(String(text[end...]))
  }
}

/// Parses a numeral as pages or programs write it.
private func number(_ text: Substring) -> Double? {
  let power = text.filter { superscripts[$0] != nil }
  let base = text.prefix { superscripts[$0] == nil }
  let plain = base.replacing(",", with: "").replacing("−", with: "-").replacing("∞", with: "inf")
  guard !power.isEmpty else { return Double(plain) }
  let exponent = String(power.compactMap { superscripts[$0] })
  let factor = plain.hasSuffix(" × 10") ? String(plain.dropLast(5)) : plain.dropLast(2) + "1"
  return Double("\(factor)e\(exponent)")
}

private let superscripts: [Character: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9", "⁻": "-",
]
