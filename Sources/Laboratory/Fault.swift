/// A failure that is not caused by a lesson: of the machine, of Gradus, or an interruption.
public struct Fault: Error, Equatable, Sendable {
  /// Who is to blame; it selects the exit code.
  public enum Kind: Sendable {
    /// A missing tool or a disk error.
    case machine
    /// A bug of Gradus.
    case ours
    /// The build was interrupted.
    case interrupted
  }

  /// Who is to blame.
  public var kind: Kind
  /// What happened, in one line.
  public var summary: String
  /// How to fix it.
  public var help: String?

  init(_ kind: Kind, _ summary: String, help: String? = nil) {
    self.kind = kind
    self.summary = summary
    self.help = help
  }
}

extension Fault: CustomStringConvertible {
  /// The text for a terminal.
  public var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
}
