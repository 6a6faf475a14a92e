import Differences
import Laboratory
import Lessons
import Records

extension Outcome {
  /// What came of a lesson in a build of before.
  ///
  /// - Parameters:
  ///   - past: The lesson as the build found it.
  ///   - file: The lesson's file.
  ///   - steps: The lesson's cells and values as they are, session by session, which know their
  ///     lines; if they are not those of the build, no lines are known.
  init(_ past: History.PastLesson, file: String, steps: [Step] = []) {
    let isSame = steps.map(PastStep.init) == past.steps
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
  fileprivate var lines: Outcome.Lines {
    switch self {
    case .cell(let cell): Outcome.Lines(own: line, code: cell.codeLine)
    case .value: Outcome.Lines(own: line, code: line)
    }
  }
}

extension History {
  /// What the programs of each lesson told when it was published last, by the lessons' names.
  var publishedRecords: [String: [Record]] {
    Dictionary((published ?? []).map { ($0.name, $0.records) }) { first, _ in first }
  }
}
