/// A fenced block of Swift that is run.
public struct Cell: Equatable, Sendable {
  /// Its number within the lesson, from 0.
  public var index: Int
  /// The Swift between the fences, without the option lines.
  public var code: String
  /// The line of the opening fence.
  public var fenceLine: Int
  /// The line on which `code` begins.
  public var codeLine: Int
  /// The number of characters of containers (lists, block quotes) before each line of `code`.
  public var indents: [Int]
  /// The options on its `//|` lines.
  public var options: CellOptions
}

/// The options on a cell's `//|` lines.
public struct CellOptions: Equatable, Sendable {
  /// Whether and how a cell's code is shown.
  public enum Echo: String, Sendable {
    /// The code is shown.
    case shown = "true"
    /// The code is not shown.
    case hidden = "false"
    /// The code is collapsed at first.
    case fold
  }

  /// The failure that a cell must have, which the page then shows.
  public enum ExpectedError: String, CaseIterable, Sendable {
    /// It must not compile; it is compiled separately, and other cells cannot use its declarations.
    case compile
    /// It must trap; it is the last cell of its session.
    case trap
  }

  /// The name of the session of cells without a `session` option.
  public static let defaultSession = ""

  /// The name by which references find the cell.
  public var label: String?
  /// Whether the code is shown.
  public var echo = Echo.shown
  /// The label of collapsed code; nil for the default label.
  public var codeSummary: String?
  /// Whether its output is shown.
  public var output = true
  /// The name of the session to which it belongs.
  public var session = CellOptions.defaultSession
  /// The failure that it must have, if any.
  public var error: ExpectedError?
  /// The time limit of its session in seconds; nil for that of the front matter.
  public var timeout: Located<Int>?
  /// The data files that its session reads, by their paths within the course.
  public var inputs: [Located<String>] = []

  /// Creates the options of a cell without `//|` lines.
  public init() {}
}

/// A value from a lesson's source, with its line.
public struct Located<Value: Equatable & Sendable>: Equatable, Sendable {
  /// The value as written in the source.
  public var value: Value
  /// The line on which it is written.
  public var line: Int
}

extension Cell {
  /// The code without the lines between `// hide` and `// show`, which are run but not shown.
  public var shownCode: String {
    var shown: [Substring] = []
    var hidden = false
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line.trimmingPrefix(while: { $0 == " " }) {
      case "// hide": hidden = true
      case "// show": hidden = false
      default: if !hidden { shown.append(line) }
      }
    }
    return shown.joined(separator: "\n")
  }
}
