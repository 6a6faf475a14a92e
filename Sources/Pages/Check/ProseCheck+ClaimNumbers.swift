import Charts
import Lessons
import Records

extension ProseCheck {
  /// Warns about numbers in a claim's text that are neither the measured nor the demanded values,
  /// rounded to the same digits.
  mutating func compare(
    _ text: [Inline], with claim: Claim, line: Int, of lesson: MeasuredLesson
  ) {
    let allowed = AllowedNumbers(claim)
    for number in NumberInProse.all(in: text.text, spelled: true) where !allowed.allows(number) {
      diagnostics.append(
        .warning(
          .claim, Place(file: lesson.lesson.file, line: line),
          "the claim '\(claim.name)' says \(number.text): \(claim.summary(inPercent: number.isPercent))",
          help: "compute the number instead: `{swift} …`"))
    }
  }
}

extension [Inline] {
  /// The typed text and numeric formulas, with computed values and code replaced by a dot.
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

/// The text of a formula that is only a number: `3 \times 10^{-4}`, `\frac{3}{2}`, `1\,000`.
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
  /// The demand and the measured values, for comparison with a number in the claim's text.
  fileprivate func summary(inPercent: Bool) -> String {
    if case .holds(let text) = demand { return "it demands '\(text)', which is \(measuredText)" }
    let percent = inPercent ? demandPercent.map { " (\($0))" } ?? "" : ""
    return "it demands \(demandText)\(percent), and measured \(measuredText)"
  }

  /// The demand's numbers as percentages.
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
