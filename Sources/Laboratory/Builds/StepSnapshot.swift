internal import Hashing
package import Lessons

/// A cell or an inline value at the time of a build, with what is needed to find it in a later
/// version of the lesson.
package struct StepSnapshot: Codable, Equatable, Sendable {
  /// Whether the step is a cell; otherwise it is an inline value.
  package let isCell: Bool
  /// The index of the step among the lesson's cells, or among its values.
  package let index: Int
  /// The name of the step's session.
  package let session: String
  /// The label of a cell, if it has one.
  package let label: String?
  /// The expression of a value, or the digest of a cell's code.
  package let code: String

  /// Creates the snapshot of a step.
  package init(_ step: Step) {
    session = step.session
    switch step {
    case .cell(let cell):
      isCell = true
      index = cell.index
      label = cell.options.label
      code = String(SHA256.hex(of: cell.code.utf8).prefix(16))
    case .value(let value):
      isCell = false
      index = value.index
      label = nil
      code = value.code
    }
  }
}

extension Lesson {
  /// The cells and values, session by session.
  package var stepsBySession: [Step] {
    sessions.flatMap { name in steps.filter { $0.session == name } }
  }
}
