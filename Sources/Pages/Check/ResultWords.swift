import Charts
import Lessons
import Records

/// Looks for formulas in the words of figures and tables, which show them as they are typed.
struct ResultWords {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ lesson: MeasuredLesson) {
    for figure in lesson.figures {
      check(figure.words, "figure '\(figure.name)'", lesson.place(figure.place))
    }
    for table in lesson.tables {
      check(table.columns + [table.caption], "table '\(table.name)'", lesson.place(table.place))
    }
  }

  /// A thing is reported once, however many of its words hold a formula.
  private mutating func check(_ words: [String?], _ thing: String, _ place: Place) {
    guard let formula = words.lazy.compactMap({ $0.flatMap(PlainWords.formula) }).first else {
      return
    }
    diagnostics.append(
      .warning(
        .result, place, "the \(thing) shows '\(formula.prefix(40))' as it is typed",
        help: "write plain characters: x², 10⁻⁶, σ′; in a figure h_t and W_{t−1} have subscripts"))
  }
}

extension Figure {
  /// What a reader sees or hears of it.
  fileprivate var words: [String?] {
    [caption]
      + frames.flatMap { frame in
        [frame.alt, frame.chart.title, frame.chart.xAxis.label, frame.chart.yAxis.label]
      }
  }
}
