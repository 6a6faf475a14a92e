/// The progress of sessions, for display only: no result depends on it.
public enum RunEvent: Equatable, Sendable {
  /// A session of a lesson.
  public struct SessionID: Hashable, Sendable {
    /// The lesson's file.
    public var file: String
    /// The session's name; nil for the default session.
    public var session: String?

    /// Creates the identifier of a session.
    public init(file: String, session: String? = nil) {
      self.file = file
      self.session = session
    }
  }

  /// The progress of a running session.
  public struct Position: Equatable, Sendable {
    /// The line of the running cell or value.
    public var line: Int
    /// The step that the cell last reported with `progress`, if any.
    public var step: Step?

    /// Creates a position in a session.
    public init(line: Int, step: Step? = nil) {
      self.line = line
      self.step = step
    }
  }

  /// A step of a long cell, as reported with `progress`.
  public struct Step: Equatable, Sendable {
    /// The number of the step.
    public var number: Int
    /// The total number of steps.
    public var count: Int

    /// Creates step `number` of `count`.
    public init(_ number: Int, of count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// A session is being compiled; `expected` is the duration of its last run in seconds, if known.
  case started(SessionID, expected: Double?)
  /// A session's program has reached a cell, a value or a step.
  case progressed(SessionID, Position)
  /// A session has succeeded or failed; not sent for one that is interrupted.
  case finished(SessionID, succeeded: Bool)
  /// This machine does not permit a kind of isolation.
  case notIsolated(Isolation)
}

/// How sessions are isolated where the machine permits it.
public enum Isolation: String, CaseIterable, Sendable {
  /// Sessions cannot use the network.
  case network
  /// Sessions see their own processes only.
  case processes
}
