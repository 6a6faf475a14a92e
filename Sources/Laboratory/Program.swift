public import Lessons

/// The Swift program of one session of a lesson: its cells and inline values, in order.
///
/// Every step begins with an import, which Swift allows at the top level only. So a brace that one
/// cell opens and another closes never compiles, whatever stands between.
public struct Program: Equatable, Sendable {
  /// The module that the compiler makes of a program.
  static let module = "Lesson"
  /// The file that holds a program's source.
  static let mainFile = "main.swift"

  /// The lesson's file, as the user named it.
  public let file: String
  /// The session's name.
  public let session: String
  /// What the cells read as `seed`.
  public let seed: Int
  /// What the program does, in order.
  public let steps: [Step]

  /// The program of a session; one that the lesson lacks has no steps.
  public init(_ lesson: Lesson, session: String = CellOptions.defaultSession) {
    file = lesson.file
    self.session = session
    seed = lesson.frontMatter.seed
    steps = lesson.steps.filter { $0.session == session }
  }

  /// The source, in which the compiler and a running program find the lesson's own lines.
  public var source: String { source(placed: true) }

  /// The source without the lesson's name and lines: equal for two programs that do the same.
  public var unplacedSource: String { source(placed: false) }

  private func source(placed: Bool) -> String {
    let body = steps.map { "\nimport Notebook\n" + text(of: $0, placed: placed) }.joined()
    return """
      import Foundation

      let seed = \(seed)
      \(body)
      import Notebook
      _end()

      """
  }

  private func text(of step: Step, placed: Bool) -> String {
    switch step {
    case .cell(let cell) where placed: "_cell(\(cell.index), line: \(cell.codeLine))\n" + part(step)
    case .value where placed: part(step)
    case .cell(let cell): "_cell(\(cell.index))\n\(cell.code)\n"
    case .value: code(of: step)
    }
  }

  /// A step's own source, at the lesson's lines.
  func part(_ step: Step) -> String {
    "#sourceLocation(file: \(literal(file)), line: \(step.firstLine))\n\(code(of: step))"
      + "#sourceLocation()\n"
  }

  private func code(of step: Step) -> String {
    switch step {
    case .cell(let cell): cell.code + "\n"
    case .value(let value): "_value(\(value.index), \(value.code))\n"
    }
  }
}

extension Step {
  /// The lesson's line on which the code begins.
  var firstLine: Int {
    switch self {
    case .cell(let cell): cell.codeLine
    case .value(let value): value.line
    }
  }

  /// The lesson's line on which the code ends.
  var lastLine: Int {
    switch self {
    case .cell(let cell): cell.codeLine + max(0, cell.indents.count - 1)
    case .value(let value): value.line
    }
  }

  /// The line that stands for the whole step: a cell's fence, a value's line.
  var line: Int {
    switch self {
    case .cell(let cell): cell.fenceLine
    case .value(let value): value.line
    }
  }
}

private func literal(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
