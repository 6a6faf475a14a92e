/// A problem in a course: what is wrong, where, and how to fix it.
///
/// It prints in the style of compilers: `lessons/03-depth.md:41:5: error: summary`, followed by a
/// line `help: …` if there is help.
public struct Diagnostic: Error, Codable, Hashable, Sendable {
  /// An error fails the build, a warning does not.
  public enum Severity: String, Codable, Sendable {
    /// The course cannot be published.
    case error
    /// The course can be published, but the author should check it.
    case warning
  }

  /// The kind of problem.
  public var code: Code
  /// The place of the problem.
  public var place: Place
  /// Whether it fails the build.
  public var severity: Severity
  /// What is wrong, in one line.
  public var summary: String
  /// How to fix it, or further information.
  public var help: String?

  /// Creates an error with a code.
  public static func error(
    _ code: Code, _ place: Place, _ summary: String, help: String? = nil
  ) -> Self {
    Self(code: code, place: place, severity: .error, summary: summary, help: help)
  }

  /// Creates a warning with a code.
  public static func warning(
    _ code: Code, _ place: Place, _ summary: String, help: String? = nil
  ) -> Self {
    Self(code: code, place: place, severity: .warning, summary: summary, help: help)
  }

  /// Creates an error about the syntax of a lesson, with the code `form`.
  public static func error(_ place: Place, _ summary: String, help: String? = nil) -> Self {
    .error(.form, place, summary, help: help)
  }

  /// Creates a warning about the syntax of a lesson, with the code `form`.
  public static func warning(_ place: Place, _ summary: String, help: String? = nil) -> Self {
    .warning(.form, place, summary, help: help)
  }
}

/// A place in a file of the course.
public struct Place: Codable, Hashable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The line, counted from 1; a problem of the whole file has line 1.
  public var line: Int
  /// The column in characters, counted from 1, if known.
  public var column: Int?

  /// Creates the place of a line, and of a column in it if that is known.
  public init(file: String, line: Int = 1, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `file:line` or `file:line:column`.
  public var description: String {
    "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The text that is printed in a terminal.
  public var description: String {
    "\(place): \(severity.rawValue): \(summary)" + (help.map { "\nhelp: \($0)" } ?? "")
  }
}

extension [Diagnostic] {
  /// Whether any of the diagnostics is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// Returns the diagnostics without duplicates, sorted by the order of `files`, then by line and
  /// column.
  public func sorted(by files: [String]) -> [Diagnostic] {
    let rank = Dictionary(zip(files, files.indices), uniquingKeysWith: { first, _ in first })
    var seen: Set<Diagnostic> = []
    let ordered = filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
      let left = a.element.place
      let right = b.element.place
      return (rank[left.file] ?? -1, left.line, left.column ?? 0, a.offset)
        < (rank[right.file] ?? -1, right.line, right.column ?? 0, b.offset)
    }
    return ordered.map(\.element)
  }
}
