import Differences
import Laboratory
import Lessons
import Records

extension LessonResults {
  /// The results of a lesson in an earlier build.
  ///
  /// - Parameters:
  ///   - past: The lesson as the build history has it.
  ///   - file: The lesson's file.
  ///   - steps: The lesson's current cells and values, session by session, which give the lines; if
  ///     they differ from those of the build, the lines are unknown.
  init(_ past: BuildHistory.LessonSnapshot, file: String, steps: [Step] = []) {
    let isSame = steps.map(StepSnapshot.init) == past.steps
    self.init(
      file: file, records: past.records,
      sources: past.steps.enumerated().map { place, step in
        Source(
          isCell: step.isCell, index: step.index, session: step.session, label: step.label,
          code: step.code, lines: isSame ? steps[place].lines : nil)
      })
  }
}

extension Step {
  fileprivate var lines: LessonResults.Lines {
    switch self {
    case .cell(let cell): LessonResults.Lines(own: line, code: cell.codeLine)
    case .value: LessonResults.Lines(own: line, code: line)
    }
  }
}

extension BuildHistory {
  /// The records of each lesson in the last published build, by the lessons' names.
  var publishedRecords: [String: [Record]] {
    Dictionary((published ?? []).map { ($0.name, $0.records) }) { first, _ in first }
  }
}
