import Lessons
import Records

/// Warnings about data that the drawings of a figure leave out, at the line of the frame.
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
        "the limit is 30 KB for a drawing and 80 KB for a figure: draw fewer marks or frames"
    }
    if words.hasPrefix("has no marks") { return "add a mark: LineMark(x: …, y: …)" }
    return "widen the axis's domain, or omit what it cannot show"
  }
}
