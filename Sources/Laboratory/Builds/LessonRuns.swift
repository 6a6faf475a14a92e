package import Lessons

/// The cached runs of a lesson's sessions.
package struct LessonRuns: Codable, Equatable, Sendable {
  /// A session of the lesson.
  struct Session: Codable, Equatable, Sendable {
    /// The key of the session's run.
    var run: String
    /// The session's cells and values, in order.
    var steps: [StepSnapshot]

    var indexMap: StepIndexMap {
      StepIndexMap(
        cells: steps.filter(\.isCell).map(\.index),
        values: steps.filter { !$0.isCell }.map(\.index))
    }
  }

  /// The name of the lesson.
  let name: String
  /// The title of the lesson.
  let title: String
  /// The sessions of the lesson, in order.
  let sessions: [Session]

  /// Collects the runs of a lesson; nil if the run of a session is not cached.
  package init?(_ lesson: Lesson, _ results: RunResult) {
    var sessions: [Session] = []
    for session in lesson.sessions {
      guard let run = results.runs[session] else { return nil }
      let steps = lesson.steps.filter { $0.session == session }.map(StepSnapshot.init)
      sessions.append(Session(run: run, steps: steps))
    }
    name = lesson.name
    title = lesson.frontMatter.title
    self.sessions = sessions
  }
}
