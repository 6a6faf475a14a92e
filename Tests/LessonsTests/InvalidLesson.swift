import Lessons
import Testing

/// The front matter of a lesson whose body begins on line 5.
let head = "---\ntitle: T\ndescription: D\n---\n"

/// A lesson with errors, and the exact text of its diagnostics.
struct InvalidLesson: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let expected: [String]

  init(_ name: String, _ text: String, _ expected: String...) {
    testDescription = name
    self.text = text
    self.expected = expected
  }

  /// Creates a lesson from a body, with default front matter.
  init(_ name: String, body: String, _ expected: String...) {
    testDescription = name
    text = head + body
    self.expected = expected
  }

  /// The diagnostics, as printed.
  var reported: [String] { diagnostics(of: text).map(\.description) }
}

/// Parses a lesson and returns its diagnostics.
func diagnostics(of text: String) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  _ = Lesson.parse(text, file: "t.md", diagnostics: &diagnostics)
  return diagnostics
}
