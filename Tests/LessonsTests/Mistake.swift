import Lessons
import Testing

/// The front matter of a lesson whose body begins on line 5.
let head = "---\ntitle: T\ndescription: D\n---\n"

/// A lesson with something wrong, and the exact words that are said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let expected: [String]

  init(_ name: String, _ text: String, _ expected: String...) {
    testDescription = name
    self.text = text
    self.expected = expected
  }

  /// A lesson of a body, below the usual front matter.
  init(_ name: String, body: String, _ expected: String...) {
    testDescription = name
    text = head + body
    self.expected = expected
  }

  /// What is said of it.
  var said: [String] { diagnostics(of: text).map(\.description) }
}

/// What is said of a lesson.
func diagnostics(of text: String) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  _ = Lesson.parse(text, file: "t.md", diagnostics: &diagnostics)
  return diagnostics
}
