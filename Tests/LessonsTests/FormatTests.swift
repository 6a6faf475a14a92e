import Foundation
import Lessons
import Testing

/// Runs the examples in `format.md`, the description of the format.
@Suite struct FormatTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let section: String
    let input: String
    let expected: String
    var testDescription: String { section }
  }

  static let examples = read()

  private static func read() -> [Example] {
    guard let url = Bundle.module.url(forResource: "format", withExtension: "md"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    var section = ""
    return text.components(separatedBy: "\n```` example\n").reduce(into: []) { examples, piece in
      defer {
        section =
          piece.split(separator: "\n").last { $0.hasPrefix("## ") }.map(String.init) ?? section
      }
      guard let end = piece.range(of: "\n````\n") else { return }
      let parts = String(piece[..<end.lowerBound]).components(separatedBy: "\n.\n")
      guard parts.count == 2 else { return }
      examples.append(
        Example(section: section, input: parts[0] + "\n", expected: parts[1] + "\n"))
    }
  }

  @Test func allExamplesAreFound() { #expect(Self.examples.count == 22) }

  @Test(arguments: examples) func isParsedAsDescribed(_ example: Example) throws {
    var diagnostics: [Diagnostic] = []
    let text = "---\ntitle: T\ndescription: D\n---\n" + example.input
    let lesson = try #require(Lesson.parse(text, file: "t.md", diagnostics: &diagnostics))
    #expect(diagnostics == [])
    #expect(LessonDump(lesson).text == example.expected)
  }
}
