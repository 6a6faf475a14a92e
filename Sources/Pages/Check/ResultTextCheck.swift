import Charts
import Lessons
import Records

/// Warns about TeX formulas in the text of figures and tables, where they are not typeset.
struct ResultTextCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ lesson: MeasuredLesson) {
    for figure in lesson.figures {
      check(figure.texts, of: "figure '\(figure.name)'", at: lesson.place(figure.place))
    }
    for table in lesson.tables {
      check(
        table.columns + [table.caption], of: "table '\(table.name)'",
        at: lesson.place(table.place))
    }
  }

  /// Reports each figure or table once, even if several of its texts contain a formula.
  private mutating func check(_ texts: [String?], of thing: String, at place: Place) {
    guard let formula = texts.lazy.compactMap({ $0.flatMap(PlainTextCheck.formula) }).first else {
      return
    }
    diagnostics.append(
      .warning(
        .result, place, "the \(thing) shows '\(formula.prefix(40))' as plain text",
        help: "write plain characters: x², 10⁻⁶, σ′; in a figure h_t and W_{t−1} have subscripts"))
  }
}

extension Figure {
  /// All its text that readers see or hear.
  fileprivate var texts: [String?] {
    [caption]
      + frames.flatMap { frame in
        [frame.alt, frame.chart.title, frame.chart.xAxis.label, frame.chart.yAxis.label]
      }
  }
}
