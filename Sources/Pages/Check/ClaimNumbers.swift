import Charts
import Lessons
import Records

extension Check {
  /// Warns of a number in a claim's words that is neither what was measured nor what was demanded,
  /// rounded to as many digits.
  mutating func compare(_ words: [Inline], _ claim: Claim, _ line: Int, _ lesson: MeasuredLesson) {
    let sizes = ClaimSizes(claim)
    for number in NumberInProse.all(in: words.text, spelled: true) where !sizes.allow(number) {
      diagnostics.append(
        .warning(
          .claim, Place(file: lesson.lesson.file, line: line),
          "the claim '\(claim.name)' says \(number.text): \(claim.standing(number.isPercent))",
          help: "let the number be computed: `{swift} …`"))
    }
  }
}

extension [Inline] {
  /// The words that the author typed, and formulas that are numbers; no computed value and no code.
  fileprivate var text: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .formula(let formula): numeral(formula.tex) ?? "·"
      case .softBreak, .lineBreak: " "
      default: inline.children.isEmpty ? "·" : inline.children.text
      }
    }.joined()
  }
}

/// What a formula of nothing but a number reads as: `3 \times 10^{-4}`, `\frac{3}{2}`, `1\,000`.
private func numeral(_ tex: String) -> String? {
  var text = tex
  for (command, words) in [
    ("\\times", "×"), ("\\cdot", "·"), ("\\,", ""), ("{,}", ","), ("\\%", "%"), ("\\ ", " "),
  ] {
    text = text.replacing(command, with: words)
  }
  text = text.replacing(/\\[dt]?frac\{(\d+)\}\{(\d+)\}/) { "\($0.1)/\($0.2)" }
  text = text.replacing(/\\[dt]?frac(\d)(\d)/) { "\($0.1)/\($0.2)" }
  let number = /\s*[-−]?[\d.,]+(?:\/\d+)?(?:\s*[×·]\s*10)?(?:\^(?:\{[-−]?\d+\}|\d))?\s*%?\s*/
  return text.wholeMatch(of: number) == nil || !text.contains(where: \.isNumber) ? nil : text
}

extension Claim {
  /// What the claim demands and what was measured, as they are set beside a number in its words.
  fileprivate func standing(_ inPercent: Bool) -> String {
    if case .holds(let words) = demand { return "it demands '\(words)', which is \(measuredWords)" }
    let percent = inPercent ? demandPercent.map { " (\($0))" } ?? "" : ""
    return "it demands \(demandWords)\(percent), and measured \(measuredWords)"
  }

  /// The demand's numbers in hundredths.
  private var demandPercent: String? {
    switch demand {
    case .equals(let value, _), .near(let value, _), .atMost(let value), .atLeast(let value):
      percent(value)
    case .between(let low, let high): "\(percent(low)) to \(percent(high))"
    case .count(let least, let total): total == 0 ? nil : percent(Double(least) / Double(total))
    case .holds: nil
    }
  }
}

private func percent(_ share: Double) -> String { "\(Numeral(share * 100, upTo: 6))%" }
