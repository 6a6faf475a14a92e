/// What is wrong with a course, where, and how to mend it.
///
/// It prints as compilers print theirs: `lessons/03-depth.md:41:5: error: summary`, then
/// `help: …` on a line below where there is help.
public struct Diagnostic: Error, Codable, Hashable, Sendable {
  /// How much it matters: an error fails the build, a warning does not.
  public enum Severity: String, Codable, Sendable {
    /// The course cannot be published like this.
    case error
    /// The course can be published, but somebody should look.
    case warning
  }

  /// What kind of thing it is.
  public var code: Code
  /// Where it is.
  public var place: Place
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in one line.
  public var summary: String
  /// How to mend it, or what else there is to know.
  public var help: String?

  /// An error of a kind, at a place.
  public static func error(
    _ code: Code, _ place: Place, _ summary: String, help: String? = nil
  ) -> Self {
    Self(code: code, place: place, severity: .error, summary: summary, help: help)
  }

  /// A warning of a kind, at a place.
  public static func warning(
    _ code: Code, _ place: Place, _ summary: String, help: String? = nil
  ) -> Self {
    Self(code: code, place: place, severity: .warning, summary: summary, help: help)
  }

  /// An error in the form of a lesson.
  public static func error(_ place: Place, _ summary: String, help: String? = nil) -> Self {
    .error(.form, place, summary, help: help)
  }

  /// A warning of the form of a lesson.
  public static func warning(_ place: Place, _ summary: String, help: String? = nil) -> Self {
    .warning(.form, place, summary, help: help)
  }
}

/// A place in a file of the course.
public struct Place: Codable, Hashable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The line, counted from 1; what concerns the whole file has line 1.
  public var line: Int
  /// The column in characters, counted from 1, where it is known.
  public var column: Int?

  /// A line of a file, and a column of it where one is known.
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
  /// The text that a terminal shows.
  public var description: String {
    "\(place): \(severity.rawValue): \(summary)" + (help.map { "\nhelp: \($0)" } ?? "")
  }
}

extension [Diagnostic] {
  /// Whether one of them fails the build.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The same by the order of `files`, then by line and column; none twice.
  public func sorted(by files: [String]) -> [Diagnostic] {
    let rank = Dictionary(zip(files, files.indices), uniquingKeysWith: { first, _ in first })
    var seen: Set<Diagnostic> = []
    let ordered = filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
      let (p, q) = (a.element.place, b.element.place)
      let (pRank, qRank) = (rank[p.file] ?? -1, rank[q.file] ?? -1)
      return (pRank, p.line, p.column ?? 0, a.offset) < (qRank, q.line, q.column ?? 0, b.offset)
    }
    return ordered.map(\.element)
  }
}
