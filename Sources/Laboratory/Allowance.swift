package import Lessons

/// How long a session may run, and which line of the lesson says so.
package struct Allowance: Equatable {
  /// The seconds that it may run.
  package var seconds: Int
  /// The line of the cell option; nil where the front matter says it, or nobody does.
  package var line: Int?

  /// What a lesson allows a session.
  package init(of session: String, in lesson: Lesson) {
    let option = lesson.cells(of: session).lazy.compactMap(\.options.timeout).first
    seconds = option?.value ?? lesson.frontMatter.timeout
    line = option?.line
  }
}
