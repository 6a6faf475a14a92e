import Charts
import Lessons
import Records

/// Checks a lesson's figures, tables and inline values on their own, without the prose.
struct ResultCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let lesson: MeasuredLesson

  init(_ lesson: MeasuredLesson) {
    self.lesson = lesson
    lesson.figures.forEach { check($0) }
    lesson.tables.forEach { check($0) }
    checkValues()
  }

  private mutating func error(_ place: CellPlace, _ summary: String, help: String? = nil) {
    diagnostics.append(.error(.result, lesson.place(place), summary, help: help))
  }

  private mutating func check(_ figure: Figure) {
    if let sweep = figure.sweep { check(sweep, of: figure) }
    let thing = figure.sweep == nil ? "the figure" : "a frame of"
    for frame in figure.frames where frame.alt.allSatisfy(\.isWhitespace) {
      error(
        frame.place, "\(thing) '\(figure.name)' has an empty alt text",
        help: "describe the figure for readers who cannot see it; alt can contain measured values")
    }
  }

  /// A sweep needs at least one value, no duplicates, and one frame for each value.
  private mutating func check(_ sweep: Sweep, of figure: Figure) {
    if sweep.values.isEmpty {
      error(
        figure.place, "the sweep of '\(figure.name)' has no values",
        help: "list them: over: [2, 5, 10]")
    }
    for (index, value) in sweep.values.enumerated() {
      if sweep.values[..<index].contains(value) {
        error(figure.place, "the sweep of '\(figure.name)' has the value \(value) twice")
      }
      let frames = figure.frames.count { $0.value == index }
      guard frames != 1 else { continue }
      error(
        figure.place,
        "'\(figure.name)' has \(frames == 0 ? "no frame" : "\(frames) frames") for "
          + "\(sweep.variable) = \(value)",
        help: "the block of 'explore' draws one 'frame' for each value")
    }
  }

  private mutating func check(_ table: ResultTable) {
    if table.rows.isEmpty { error(table.place, "the table '\(table.name)' has no rows") }
    for row in table.rows where row.entries.count != table.columns.count {
      error(
        row.place,
        "a row of length \(row.entries.count) in the table '\(table.name)' with "
          + "\(table.columns.count) columns")
    }
  }

  private mutating func checkValues() {
    for case .value(let value) in lesson.lesson.steps
    where lesson.missingValues.contains(value.index) {
      diagnostics.append(
        .error(
          .result, Place(file: lesson.lesson.file, line: value.line),
          "the value '\(value.code)' is nil or empty, so there is nothing to show",
          help: "provide a default value, as in '?? 0'"))
    }
  }
}
