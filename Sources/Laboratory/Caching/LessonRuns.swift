package import Lessons

/// The kept runs to which a lesson owes what it measured.
package struct LessonRuns: Codable, Equatable, Sendable {
  /// A session of the lesson.
  struct Session: Codable, Equatable, Sendable {
    /// The key under which its run is kept.
    var run: String
    /// Its cells and values, in order.
    var steps: [PastStep]

    var numbering: Numbering {
      Numbering(
        cells: steps.filter(\.isCell).map(\.index),
        values: steps.filter { !$0.isCell }.map(\.index))
    }
  }

  /// The lesson's name.
  let name: String
  /// Its title.
  let title: String
  /// Its sessions, in order.
  let sessions: [Session]

  /// The runs of a lesson; nil where a session's run is not kept.
  package init?(_ lesson: Lesson, _ findings: Findings) {
    var sessions: [Session] = []
    for session in lesson.sessions {
      guard let run = findings.runs[session] else { return nil }
      let steps = lesson.steps.filter { $0.session == session }.map(PastStep.init)
      sessions.append(Session(run: run, steps: steps))
    }
    (name, title, self.sessions) = (lesson.name, lesson.frontMatter.title, sessions)
  }
}
