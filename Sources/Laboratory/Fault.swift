/// What keeps the laboratory from working and is no fault of a lesson.
public struct Fault: Error, Equatable, Sendable {
  /// Whose it is; the command's exit code says so.
  public enum Kind: Sendable {
    /// A tool that is missing or a disk that refuses.
    case machine
    /// Gradus itself.
    case ours
    /// Somebody stopped the build.
    case interrupted
  }

  /// Whose it is.
  public var kind: Kind
  /// What happened, in one line.
  public var summary: String
  /// How to mend it.
  public var help: String?

  init(_ kind: Kind, _ summary: String, help: String? = nil) {
    self.kind = kind
    self.summary = summary
    self.help = help
  }
}

extension Fault: CustomStringConvertible {
  /// The text that a terminal shows.
  public var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
}
