import Markup
import Records

/// What a cell printed, with a class for each way in which its letters differ from the page's own.
func printed(_ text: String) -> HTML {
  StyledText(text).runs.map { run -> HTML in
    let classes = run.style.classes
    return classes.isEmpty
      ? "\(run.text)" : "<span class=\"\(classes.joined(separator: " "))\">\(run.text)</span>"
  }.joined()
}

extension TextStyle {
  /// Letters on a coloured background have the page's colour, whatever they asked for: two colours
  /// that a program chose for a dark terminal are seldom readable on each other.
  fileprivate var classes: [String] {
    let ground = isInverse ? foreground ?? .strong : background
    let color = (ground ?? foreground).map { "\($0)" }
    return [
      ground == nil ? nil : "on", color, isBold ? "bold" : nil, isItalic ? "italic" : nil,
      isUnderlined ? "underlined" : nil, isStruck ? "struck" : nil,
    ].compactMap(\.self)
  }
}
