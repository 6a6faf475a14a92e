/// A parsed lesson: front matter, prose and cells, in order.
public struct Lesson: Equatable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The file name without folder and extension, which is also the name of the page.
  public var name: String
  /// The settings from the front matter.
  public var frontMatter: FrontMatter
  /// The prose and the cells.
  public var body: [Block]
  /// The footnotes in the order of their definitions.
  public var footnotes: [Footnote]
  /// The formulas with labels, in order.
  public var equations: [Equation]
  /// The cells and inline values in the order in which they are run.
  public var steps: [Step]

  /// The cells in order.
  public var cells: [Cell] {
    steps.compactMap { step in
      if case .cell(let cell) = step { cell } else { nil }
    }
  }

  /// The names of the lesson's sessions, in the order of their first steps.
  public var sessions: [String] {
    var seen: Set<String> = []
    return steps.map(\.session).filter { seen.insert($0).inserted }
  }

  /// The cells of one session, in order.
  public func cells(of session: String) -> [Cell] {
    cells.filter { $0.options.session == session }
  }
}

/// The settings in a lesson's front matter.
public struct FrontMatter: Equatable, Sendable {
  /// The title of the lesson, which is the first heading of its page.
  public var title = ""
  /// One sentence for the index and for link previews.
  public var description = ""
  /// The reading time in minutes.
  public var time: Int?
  /// What the reader can do after the lesson.
  public var objectives: [String] = []
  /// Keywords by which the search finds the lesson.
  public var keywords: [String] = []
  /// The value of `seed` in every session.
  public var seed = 1
  /// The time limit of a session in seconds.
  public var timeout = 120

  /// Creates front matter with default values.
  public init() {}
}

/// A step of a session: a cell to run, or an inline value to evaluate.
public enum Step: Equatable, Sendable {
  /// Runs the code of a cell.
  case cell(Cell)
  /// Evaluates a value that the prose shows.
  case value(InlineValue)

  /// The name of the session to which it belongs.
  public var session: String {
    switch self {
    case .cell(let cell): cell.options.session
    case .value(let value): value.session
    }
  }

  /// Whether it is a cell that must not compile, and so is not part of its session's program.
  public var isCompiledSeparately: Bool {
    guard case .cell(let cell) = self else { return false }
    return cell.options.error == .compile
  }

  /// The line at which the step is reported: a cell's fence, or a value's line.
  public var line: Int {
    switch self {
    case .cell(let cell): cell.fenceLine
    case .value(let value): value.line
    }
  }
}

/// A computed value in the prose, `` `{swift} peak` ``.
public struct InlineValue: Equatable, Sendable {
  /// Its number within the lesson, from 0.
  public var index: Int
  /// The Swift expression after `{swift}`.
  public var code: String
  /// The name of the session in which it is evaluated.
  public var session: String
  /// The line on which it is written.
  public var line: Int
}
