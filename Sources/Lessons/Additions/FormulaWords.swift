/// What stands between two dollars, looked at as words: is it a formula at all?
struct FormulaWords {
  private let tex: String
  /// The same without what TeX itself sets as words.
  private let outside: String

  init(_ tex: String) {
    self.tex = tex
    outside =
      tex.contains("\\")
      ? tex.replacing(/\\(?:text|textrm|textit|textbf|mbox|mathrm|mathit|mathsf|operatorname|tag|label|begin|end|color|textcolor)\*?\s*\{[^{}]*\}/, with: "·")
        .replacing(/\\[A-Za-z]+/, with: "·")
      : tex
  }

  /// Whether two words follow each other as they do in a sentence.
  var areProse: Bool {
    outside.contains(
      /(?:^|[\s,.;:])\p{L}{2,},?\s+\p{L}{2,}(?:$|[\s,.;:])/)
      || outside.contains(/[\u{3040}-\u{30FF}\u{4E00}-\u{9FFF}]{2}/)
  }

  /// Whether it runs from the number of one price to that of the next: `5.00, and power is 0.30`.
  var runFromPriceToPrice: Bool {
    guard tex.first?.isNumber == true, tex.last?.isNumber == true, !tex.contains("\\") else {
      return false
    }
    return areProse || tex.contains(/\p{L}{2,},?\s+\p{L}+\s+\d[\d.,]*$/)
      || tex.contains(/^[\d.,]*\d[,;]?\s.*\p{L}{3,}\s+\d[\d.,]*$/)
  }

  /// Whether TeX holds the form of a value, which only prose may hold.
  static func holdValue(_ tex: String) -> Bool { tex.contains(/`\{swift\b|^\s*\{swift[ }]/) }
}
