public import Lessons
public import Records

/// The result of running the cells of a lesson or of one session: records and diagnostics.
public struct RunResult: Equatable, Sendable {
  /// The records of the programs, in the order of the lesson's cells; of a session that failed,
  /// those from before the failure.
  public var records: [Record] = []
  /// The diagnostics of the lesson, in the order of its lines.
  public var diagnostics: [Diagnostic] = []
  /// Failures that prevented a session from running and are not caused by the lesson.
  public var faults: [Fault] = []
  /// Whether every session ran to its end.
  ///
  /// If not, missing claims and figures may be due to the failed session.
  public var isComplete = false
  /// The keys of the cached runs, by session; sessions whose run could not be cached are missing.
  package var runs: [String: String] = [:]
}
