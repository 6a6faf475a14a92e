import Lessons
import Markup
import Typesetting

/// Writes inlines as plain text: values as they were measured, formulas in Unicode's letters.
struct PlainText {
  /// The inline values by their numbers.
  let values: [Int: String]
  let typesetter: Typesetter

  /// The words without markup, notes and citations.
  func text(of inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(of inline: Inline) -> String {
    switch inline {
    case .value(let value): values[value.index] ?? ""
    case .formula(let formula): text(of: formula)
    case .emphasis, .strong, .strikethrough, .link, .claim, .reference:
      inline.children.isEmpty ? inline.plainText : text(of: inline.children)
    default: inline.plainText
    }
  }

  /// A formula in a line; the TeX itself where it cannot be set.
  private func text(of formula: Formula) -> String {
    (try? typesetter.formula(formula.tex, display: formula.isDisplay))
      .flatMap { MathText(markup: $0.text)?.text } ?? formula.tex
  }
}
