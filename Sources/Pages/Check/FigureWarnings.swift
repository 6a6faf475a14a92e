import Lessons
import Records

/// What the drawings of a figure do not show as it is, at the line of the frame.
enum FigureWarnings {
  static func check(_ view: FigureView, of figure: Figure, in lesson: MeasuredLesson)
    -> [Diagnostic]
  {
    view.warnings.map { frame, words in
      let value = figure.sweep.map { ", \($0.variable) = \($0[frame])," } ?? ""
      return .warning(
        .result, lesson.place(frame.place), "the figure '\(figure.name)'\(value) \(words)",
        help: help(words))
    }
  }

  private static func help(_ words: String) -> String {
    if words.hasPrefix("draws") {
      return
        "a drawing has room for 30 KB, a figure for 80: draw fewer marks or frames, or sums of them"
    }
    if words.hasPrefix("has no marks") { return "draw something: LineMark(x: …, y: …)" }
    return "widen the axis's domain, or leave out what it cannot show"
  }
}
