/// A highlighted block such as a note or an exercise, in the syntax of GitHub's alerts.
public struct Alert: Equatable, Sendable {
  /// The purpose of an alert; the raw value is its marker in the source.
  public enum Kind: String, CaseIterable, Sendable {
    /// One of the five kinds that GitHub has, like the next four.
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
    /// A question whose answer the reader can reveal.
    case predict = "PREDICT"
    /// A task for the reader, with its hints and solution.
    case exercise = "EXERCISE"
    /// Help with an exercise.
    case hint = "HINT"
    /// The answer to an exercise, collapsed at first.
    case solution = "SOLUTION"
    /// A common mistake, and why it is one.
    case misconception = "MISCONCEPTION"
    /// The main points of a section or lesson.
    case keyPoints = "KEYPOINTS"
  }

  /// The purpose of the alert.
  public var kind: Kind
  /// The text after the marker on its line.
  public var title: [Inline]
  /// The blocks below the title.
  public var body: [Block]
  /// The line of its marker.
  public var line: Int
}
