public import Lessons

/// The Swift program of one session of a lesson: its cells and inline values, in order.
///
/// Every step begins with an import, which Swift allows at the top level only. So a brace that is
/// opened in one cell and closed in another never compiles.
public struct Program: Equatable, Sendable {
  /// The name of a program's module.
  static let module = "Lesson"
  /// The name of a program's source file.
  static let mainFile = "main.swift"

  /// The lesson's file, as the user named it.
  public let file: String
  /// The session's name.
  public let session: String
  /// The value of `seed` in cells.
  public let seed: Int
  /// The cells and values of the program, in order.
  public let steps: [Step]
  /// All steps of the session, including cells that are expected not to compile.
  let allSteps: [Step]

  /// Creates the program of a session; it has no steps if the lesson has no such session.
  public init(_ lesson: Lesson, session: String = CellOptions.defaultSession) {
    file = lesson.file
    self.session = session
    seed = lesson.frontMatter.seed
    allSteps = lesson.steps.filter { $0.session == session }
    steps = allSteps.filter { !$0.isCompiledSeparately }
  }

  /// Creates the program of the cells above `cell` and of `cell`, which is expected not to compile.
  init(_ program: Program, upTo cell: Cell) {
    file = program.file
    session = program.session
    seed = program.seed
    let above = program.allSteps.prefix { $0 != .cell(cell) }
    steps = above.filter { !$0.isCompiledSeparately } + [.cell(cell)]
    allSteps = steps
  }

  /// The cells that are expected not to compile.
  var cellsExpectedToFail: [Cell] {
    allSteps.compactMap { step in
      if step.isCompiledSeparately, case .cell(let cell) = step { cell } else { nil }
    }
  }

  /// The source, with `#sourceLocation` so that messages and backtraces name the lesson's lines.
  public var source: String { source(placed: true) }

  /// The source without the lesson's name, lines and indices: equal for programs that do the same,
  /// no matter what else their lessons contain.
  public var sourceWithoutLocations: String { source(placed: false) }

  private func source(placed: Bool) -> String {
    let indexMap = placed ? nil : indexMap
    let body = allSteps.map { step in
      steps.contains(step)
        ? "\nimport Notebook\n" + text(of: step, indexMap) : note(of: step, indexMap)
    }.joined()
    return """
      import Foundation

      let seed = \(seed)
      \(body)
      import Notebook
      _end()

      """
  }

  /// The source of a step; with `indexMap`, with the session's indices and without locations.
  private func text(of step: Step, _ indexMap: StepIndexMap?) -> String {
    guard let indexMap else {
      guard case .cell(let cell) = step else { return part(step) }
      return "_cell(\(cell.index), line: \(cell.codeLine))\n" + part(step)
    }
    return switch step {
    case .cell(let cell): "_cell(\(indexMap.index(of: cell)))\n\(cell.code)\n"
    case .value(let value): "_value(\(indexMap.index(of: value)), \(value.code))\n"
    }
  }

  /// A comment with the code of a cell that is compiled separately, so that the program's text
  /// changes with the cell.
  private func note(of step: Step, _ indexMap: StepIndexMap?) -> String {
    guard case .cell(let cell) = step else { return "" }
    let number = indexMap?.index(of: cell) ?? cell.index
    let lines = cell.code.split(whereSeparator: \.isNewline).map { "//   \($0)\n" }
    return "\n// Cell \(number) must not compile, so it is compiled separately:\n" + lines.joined()
  }

  /// The file's name as written in `#sourceLocation`, with percent-encoding.
  ///
  /// The directive allows no quotation marks, backslashes or line ends, and a colon would end the
  /// name in messages and backtraces.
  var fileInSource: String {
    file.unicodeScalars.map { scalar in
      guard scalar.value < 0x20 || "\"\\:%\u{7F}".unicodeScalars.contains(scalar) else {
        return String(scalar)
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// The source of a single step, with the lesson's lines.
  func part(_ step: Step) -> String {
    "#sourceLocation(file: \"\(fileInSource)\", line: \(step.firstLine))\n\(code(of: step))"
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
}
