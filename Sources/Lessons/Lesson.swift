/// One lesson as its author wrote it: front matter, prose and cells, in order.
public struct Lesson: Equatable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The file's name without folder and ending; it names the page.
  public var name: String
  /// What the front matter says.
  public var frontMatter: FrontMatter
  /// The prose, with the cells in their places.
  public var body: [Block]
  /// The notes that references in the prose lead to, in the order of their definitions.
  public var footnotes: [Footnote]
  /// The formulas that references lead to, in order.
  public var equations: [Equation]
  /// The cells and inline values in the order in which they run.
  public var steps: [Step]

  /// The cells alone, in order.
  public var cells: [Cell] {
    steps.compactMap { step in
      if case .cell(let cell) = step { cell } else { nil }
    }
  }

  /// The names of the lesson's programs, in the order of their first steps.
  public var sessions: [String] {
    var seen: Set<String> = []
    return steps.map(\.session).filter { seen.insert($0).inserted }
  }

  /// The cells of one program, in order.
  public func cells(of session: String) -> [Cell] {
    cells.filter { $0.options.session == session }
  }
}

/// What a lesson's front matter says.
public struct FrontMatter: Equatable, Sendable {
  /// The page's heading.
  public var title = ""
  /// One sentence for the index and for link previews.
  public var description = ""
  /// Minutes a reader needs.
  public var time: Int?
  /// What a reader can do afterwards.
  public var objectives: [String] = []
  /// Words to be found by.
  public var keywords: [String] = []
  /// What every session gets as `seed`.
  public var seed = 1
  /// Seconds a session may run.
  public var timeout = 120

  /// A front matter of defaults.
  public init() {}
}

/// What a session does next: run a cell, or evaluate an inline value.
public enum Step: Equatable, Sendable {
  /// A cell runs.
  case cell(Cell)
  /// A value that prose shows is taken.
  case value(InlineValue)

  /// The program it belongs to.
  public var session: String {
    switch self {
    case .cell(let cell): cell.options.session
    case .value(let value): value.session
    }
  }

  /// Whether it is no part of its session's program, since it must not compile.
  public var isCompiledApart: Bool {
    guard case .cell(let cell) = self else { return false }
    return cell.options.error == .compile
  }

  /// The line that stands for the whole step: a cell's fence, a value's line.
  public var line: Int {
    switch self {
    case .cell(let cell): cell.fenceLine
    case .value(let value): value.line
    }
  }
}

/// A value that stands in the prose, `` `{swift} peak` ``.
public struct InlineValue: Equatable, Sendable {
  /// Its number within the lesson, from 0.
  public var index: Int
  /// The expression.
  public var code: String
  /// The program it is evaluated in.
  public var session: String
  /// Where it stands.
  public var line: Int
}
