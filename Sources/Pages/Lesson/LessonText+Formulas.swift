import Lessons
import Markup
import Typesetting

extension LessonText {
  /// An inline formula, or a display formula within a paragraph.
  mutating func formula(_ formula: Formula) -> HTML {
    guard let label = formula.label else { return typeset(formula) }
    anchors.register("eq-\(label)")
    return "<span id=\"eq-\(label)\">\(typeset(formula))\(number(of: formula))</span>"
  }

  /// An inline formula with the punctuation after it, which must not begin the next line.
  ///
  /// Browsers break lines after a formula, whatever follows. Preventing this also prevents breaks
  /// within the formula, so these are allowed explicitly between KaTeX's bases, after relations.
  mutating func formula(_ formula: Formula, before mark: Substring) -> HTML {
    let words = self.formula(formula)
    guard !mark.isEmpty, !formula.isDisplay else { return words + "\(mark)" }
    let base = "<span class=\"base\">"
    let breakable = words.text.replacing("</span>\(base)", with: "</span><wbr>\(base)")
    return "<span class=\"kept\">\(HTML(unescaped: breakable))\(mark)</span>"
  }

  /// A display formula, with its number if it has a label.
  mutating func display(_ formula: Formula) -> HTML {
    let anchor: HTML? = formula.label.map { " id=\"eq-\($0)\"" }
    if let label = formula.label { anchors.register("eq-\(label)") }
    let words = typeset(formula)
    let number = number(of: formula)
    guard measured != nil else {
      return "<div class=\"formula\"\(anchor)>\(words)\(number)</div>\n"
    }
    // It can take the focus since it scrolls on a narrow screen.
    return """
      <div class="formula"\(anchor) role="group" tabindex="0"\(wording.label(wording[.formula]))>\
      \(words)\(number)</div>

      """
  }

  private func number(of formula: Formula) -> HTML? {
    guard let label = formula.label, let number = lesson.number(ofEquation: label) else {
      return nil
    }
    return "<span class=\"number\">(\(index?.prefix(of: lesson.name) ?? "")\(number))</span>"
  }

  mutating func typeset(_ formula: Formula) -> HTML {
    do throws(TeXError) {
      return try typesetter.formula(formula.tex, display: formula.isDisplay)
    } catch {
      let isFirst = error.line == 1
      let place = Place(
        file: lesson.file, line: formula.line + error.line - 1,
        column: isFirst ? formula.column + error.column - 1 : error.column)
      let help = formula.looksLikeProse ? "write '\\$' for a dollar" : nil
      diagnostics.append(.error(.formula, place, "TeX: \(error.message)", help: help))
      return "<code>\(formula.tex)</code>"
    }
  }
}

extension Lesson {
  /// An equation's number within the lesson, from 1.
  func number(ofEquation label: String) -> Int? {
    equations.firstIndex { $0.label == label }.map { $0 + 1 }
  }
}
