/// What happens in a laboratory, for whoever watches; no result depends on it.
public enum Event: Equatable, Sendable {
  /// A session of a lesson.
  public struct Subject: Hashable, Sendable {
    /// The lesson's file.
    public var file: String
    /// The session's name; nil for the one that cells have without naming any.
    public var session: String?

    /// A session of a lesson.
    public init(file: String, session: String? = nil) {
      self.file = file
      self.session = session
    }
  }

  /// How far a session is.
  public struct Moment: Equatable, Sendable {
    /// The lesson's line of the cell or value that runs.
    public var line: Int
    /// The step of which the cell has told, and how many there are.
    public var step: Step?

    /// A moment.
    public init(line: Int, step: Step? = nil) {
      self.line = line
      self.step = step
    }
  }

  /// A step of a long cell.
  public struct Step: Equatable, Sendable {
    /// Its number.
    public var number: Int
    /// How many there are.
    public var count: Int

    /// A step.
    public init(_ number: Int, of count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// A session is being compiled; its last run took so many seconds, if they are known.
  case began(Subject, expected: Double?)
  /// A session's program runs.
  case reached(Subject, Moment)
  /// A session has come to its end, or failed; of one that is interrupted this is not told.
  case ended(Subject, succeeded: Bool)
  /// This machine does not permit that sessions be kept from something.
  case unprotected(Protection)
}

/// What sessions are kept from where the machine permits it.
public enum Protection: String, CaseIterable, Sendable {
  /// They reach no network.
  case network
  /// They see no processes but their own.
  case processes
}
