/// A fenced block of Swift that runs.
public struct Cell: Equatable, Sendable {
  /// Its number within the lesson, from 0.
  public var index: Int
  /// The Swift between the fences, without the option lines.
  public var code: String
  /// The line of the opening fence.
  public var fenceLine: Int
  /// The line on which `code` begins.
  public var codeLine: Int
  /// How many characters of container (list, quote) stand before each line of `code`.
  public var indents: [Int]
  /// What its `//|` lines ask for.
  public var options: CellOptions
}

/// What a cell's `//|` lines ask for.
public struct CellOptions: Equatable, Sendable {
  /// How a cell's code is shown.
  public enum Echo: String, Sendable {
    /// Shown.
    case shown = "true"
    /// Not shown.
    case hidden = "false"
    /// Behind a disclosure.
    case fold
  }

  /// How a cell must fail, so that the page can show it.
  public enum ExpectedError: String, CaseIterable, Sendable {
    /// It must not compile; it is compiled apart and declares nothing for other cells.
    case compile
    /// It must trap; it is the last of its session.
    case trap
  }

  /// The session of a cell that names none.
  public static let defaultSession = ""

  /// A name to refer to the cell by.
  public var label: String?
  /// Whether the code is shown.
  public var echo = Echo.shown
  /// What a disclosure says of the code behind it; nil says only that it is code.
  public var codeSummary: String?
  /// Whether what it prints is shown.
  public var output = true
  /// The program it belongs to.
  public var session = CellOptions.defaultSession
  /// How it must fail, if it must.
  public var error: ExpectedError?
  /// Seconds that its session may run; nil leaves that to the front matter.
  public var timeout: Written<Int>?
  /// The data files that its session reads, by their paths within the course.
  public var inputs: [Written<String>] = []

  /// The options of a cell that asks for nothing.
  public init() {}
}

/// Something that a lesson says, with the line that says it.
public struct Written<Value: Equatable & Sendable>: Equatable, Sendable {
  /// What is said.
  public var value: Value
  /// The line that says it.
  public var line: Int
}

extension Cell {
  /// The code without the lines between `// hide` and `// show`, which run and are not shown.
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
