/// A block that teaches, in the form of GitHub's alerts.
public struct Alert: Equatable, Sendable {
  /// What it is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// GitHub's five.
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
    /// A question whose answer opens on demand.
    case predict = "PREDICT"
    /// Something to do, with its hints and its solution.
    case exercise = "EXERCISE"
    /// Help with an exercise.
    case hint = "HINT"
    /// An exercise's answer, closed at first.
    case solution = "SOLUTION"
    /// A common mistake.
    case misconception = "MISCONCEPTION"
    /// What to take home.
    case keyPoints = "KEYPOINTS"
  }

  /// What it is for.
  public var kind: Kind
  /// The words after the kind, on its line.
  public var title: [Inline]
  /// What it holds.
  public var body: [Block]
  /// Where it begins.
  public var line: Int
}
