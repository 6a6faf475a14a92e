internal import Hashing
package import Lessons

/// A cell or an inline value of a lesson as a build found it, as far as it takes to find it again.
package struct PastStep: Codable, Equatable, Sendable {
  /// Whether it is a cell; otherwise it is an inline value.
  package let isCell: Bool
  /// Its number among the lesson's cells, or among its values.
  package let index: Int
  /// The program it belongs to.
  package let session: String
  /// A cell's name, where it has one.
  package let label: String?
  /// A value's expression, or the digest of a cell's code.
  package let code: String

  /// A step of a lesson.
  package init(_ step: Step) {
    session = step.session
    switch step {
    case .cell(let cell):
      (isCell, index, label) = (true, cell.index, cell.options.label)
      code = String(SHA256.hex(of: cell.code.utf8).prefix(16))
    case .value(let value):
      (isCell, index, label, code) = (false, value.index, nil, value.code)
    }
  }
}

extension Lesson {
  /// The cells and values, session by session.
  package var stepsBySession: [Step] {
    sessions.flatMap { name in steps.filter { $0.session == name } }
  }
}
