public import Lessons
public import Records

/// What came of running a lesson's cells: records, and what is wrong.
public struct Findings: Equatable, Sendable {
  /// What the programs recorded, in the order of the lesson's cells; of a session that failed, what
  /// it recorded before.
  public var records: [Record] = []
  /// What is wrong with the lesson, in the order of its lines.
  public var diagnostics: [Diagnostic] = []
  /// What kept a session from being run and is not the lesson's fault.
  public var faults: [Fault] = []
  /// Whether every session came to its end.
  ///
  /// Where one did not, a claim or figure that is not among the records may only have been cut off.
  public var isComplete = false
  /// The kept runs that this comes from, by session; a session without one could not be kept.
  package var runs: [String: String] = [:]
}
