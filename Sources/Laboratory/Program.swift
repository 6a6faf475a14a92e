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
  /// All steps of the session, those too that are compiled apart.
  let allSteps: [Step]

  /// The program of a session; one that the lesson lacks has no steps.
  public init(_ lesson: Lesson, session: String = CellOptions.defaultSession) {
    file = lesson.file
    self.session = session
    seed = lesson.frontMatter.seed
    allSteps = lesson.steps.filter { $0.session == session }
    steps = allSteps.filter { !$0.isCompiledApart }
  }

  /// The program of the cells above one, and of that one, which must not compile.
  init(_ program: Program, upTo cell: Cell) {
    (file, session, seed) = (program.file, program.session, program.seed)
    let above = program.allSteps.prefix { $0 != .cell(cell) }
    steps = above.filter { !$0.isCompiledApart } + [.cell(cell)]
    allSteps = steps
  }

  /// The cells that must not compile.
  var cellsApart: [Cell] {
    allSteps.compactMap { step in
      if step.isCompiledApart, case .cell(let cell) = step { cell } else { nil }
    }
  }

  /// The source, in which the compiler and a running program find the lesson's own lines.
  public var source: String { source(placed: true) }

  /// The source without the lesson's name, lines and numbers: equal for two programs that do the
  /// same, whatever else is in their lessons.
  public var unplacedSource: String { source(placed: false) }

  private func source(placed: Bool) -> String {
    let numbering = placed ? nil : numbering
    let body = allSteps.map { step in
      steps.contains(step)
        ? "\nimport Notebook\n" + text(of: step, numbering) : note(of: step, numbering)
    }.joined()
    return """
      import Foundation

      let seed = \(seed)
      \(body)
      import Notebook
      _end()

      """
  }

  /// A step's text: with a numbering, that of the session and without places.
  private func text(of step: Step, _ numbering: Numbering?) -> String {
    guard let numbering else {
      guard case .cell(let cell) = step else { return part(step) }
      return "_cell(\(cell.index), line: \(cell.codeLine))\n" + part(step)
    }
    return switch step {
    case .cell(let cell): "_cell(\(numbering.number(of: cell)))\n\(cell.code)\n"
    case .value(let value): "_value(\(numbering.number(of: value)), \(value.code))\n"
    }
  }

  /// A cell that is compiled apart, in words: whoever reads the program sees it in its place, and
  /// the program is another when the cell is.
  private func note(of step: Step, _ numbering: Numbering?) -> String {
    guard case .cell(let cell) = step else { return "" }
    let number = numbering?.number(of: cell) ?? cell.index
    let lines = cell.code.split(whereSeparator: \.isNewline).map { "//   \($0)\n" }
    return "\n// Cell \(number) must not compile, so it is compiled apart:\n" + lines.joined()
  }

  /// The file's name as the compiler and backtraces are told it.
  ///
  /// Neither quotation marks nor backslashes nor line ends can be written there, and a colon might look
  /// like the end of the name; each becomes `%` and its number, as in addresses.
  var fileInSource: String {
    file.unicodeScalars.map { scalar in
      guard scalar.value < 0x20 || "\"\\:%\u{7F}".unicodeScalars.contains(scalar) else {
        return String(scalar)
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// A step's own source, at the lesson's lines.
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
