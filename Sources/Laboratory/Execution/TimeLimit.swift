package import Lessons

/// The time limit of a session, and the line of the lesson that sets it.
package struct TimeLimit: Equatable {
  /// The limit in seconds.
  package var seconds: Int
  /// The line of the cell option; nil if the limit is the front matter's or the default.
  package var line: Int?

  /// The limit that a lesson sets for a session: its first `timeout` option, else the front
  /// matter's.
  package init(of session: String, in lesson: Lesson) {
    let option = lesson.cells(of: session).lazy.compactMap(\.options.timeout).first
    seconds = option?.value ?? lesson.frontMatter.timeout
    line = option?.line
  }
}
