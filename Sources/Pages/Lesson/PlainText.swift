import Lessons
import Markup
import Typesetting

/// Converts inlines to plain text, with measured values and with formulas in Unicode.
struct PlainText {
  /// The measured inline values, by index.
  let values: [Int: String]
  let typesetter: Typesetter

  /// The text without markup, notes and citations.
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

  /// A formula on one line; its TeX if it cannot be typeset.
  private func text(of formula: Formula) -> String {
    (try? typesetter.formula(formula.tex, display: formula.isDisplay))
      .flatMap { MathText(markup: $0.text)?.text } ?? formula.tex
  }
}
