import Markup
import Records

/// The output of a cell, with a class for each text style.
func printed(_ text: String) -> HTML {
  StyledText(text).runs.map { run -> HTML in
    let classes = run.style.classes
    return classes.isEmpty
      ? "\(run.text)" : "<span class=\"\(classes.joined(separator: " "))\">\(run.text)</span>"
  }.joined()
}

extension TextStyle {
  /// Text on a coloured background has the page's own colour: two colours that a program chose for a
  /// dark terminal are seldom readable together.
  fileprivate var classes: [String] {
    let effectiveBackground = isInverse ? foreground ?? .strong : background
    let color = (effectiveBackground ?? foreground).map { "\($0)" }
    return [
      effectiveBackground == nil ? nil : "on", color, isBold ? "bold" : nil,
      isItalic ? "italic" : nil,
      isUnderlined ? "underlined" : nil, isStruck ? "struck" : nil,
    ].compactMap(\.self)
  }
}
