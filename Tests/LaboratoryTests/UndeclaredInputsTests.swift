import Foundation
import Laboratory
import Lessons
import Testing

/// A file that a session reads without declaring it is reported, with the missing option.
struct UndeclaredInputsTests {
  /// The diagnostics of a lesson in a course with `data/tides.csv` and `odd, "name".csv`.
  private func problems(_ body: String) async throws -> [String] {
    try await Fixture.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/data", withIntermediateDirectories: true)
      for name in ["data/tides.csv", "odd, \"name\".csv"] {
        try "1".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      let lesson = try Fixture.lesson(body, file: folder + "/t.md")
      let found = try await Fixture.laboratory().run([lesson])
      #expect(found[0].faults == [])
      return found[0].diagnostics.map {
        $0.description.replacing(folder + "/", with: "")
      }
    }
  }

  private static let advice =
    "declare the files that a session reads: add '//| inputs: [data/tides.csv]'"

  @Test func aFailureNamesTheOption() async throws {
    let problems = try await problems(
      Fixture.cells("let text = try String(contentsOfFile: \"data/tides.csv\", encoding: .utf8)"))
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("t.md:6: error: uncaught error: "))
    #expect(problems[0].hasSuffix("\nhelp: \(Self.advice)"))
  }

  @Test(arguments: [
    // The name is computed.
    "let n = \"tides\"\n_ = try Data(contentsOf: URL(filePath: \"data/\\(n).csv\"))",
    // The folder is missing in the name.
    "_ = try Data(contentsOf: URL(filePath: \"tides.csv\"))",
    // Only the existence of the file shows that this is a name.
    "let name = \"data/tides.csv\"\nlet file = fopen(name, \"r\")!",
  ])
  func aFailureNamesTheFile(code: String) async throws {
    let problems = try await problems(Fixture.cells(code))
    #expect(problems.count == 1 && problems[0].contains(Self.advice), "\(problems)")
  }

  @Test(arguments: [
    "let text = try? String(contentsOfFile: \"data/tides.csv\", encoding: .utf8)",
    "let text = FileManager.default.contents(atPath: \"data/tides.csv\")",
    "let file = fopen(\"data/tides.csv\", \"r\")",
    "let there = FileManager.default.fileExists(atPath: #\"data/tides.csv\"#)",
    "let data = try? Data(contentsOf: URL(filePath: \"./data/../data/tides.csv\"))",
  ])
  func anIgnoredReadErrorIsAWarning(code: String) async throws {
    #expect(
      try await problems(Fixture.cells("let a = 1", code)) == [
        """
        t.md:10: warning: 'data/tides.csv' is read here, but is not in the session's folder
        help: \(Self.advice)
        """
      ])
  }

  @Test func specialNamesAreQuoted() async throws {
    let code = #"let text = try? String(contentsOfFile: "odd, \"name\".csv", encoding: .utf8)"#
    let problems = try await problems(Fixture.cells(code))
    #expect(problems.count == 1)
    #expect(problems[0].hasSuffix(#"add '//| inputs: ["odd, \"name\".csv"]'"#))
    let quoted = Fixture.cell(#"inputs: ["odd, \"name\".csv"]"#, code)
    #expect(try await self.problems(quoted) == [])
  }

  @Test(arguments: [
    "let words = \"data/tides.csv\"\nprint(words)",
    "let url = URL(string: \"https://e.org/data/tides.csv\")",
    "let text = try? String(contentsOfFile: \"data/other.csv\", encoding: .utf8)",
    "// contentsOfFile: \"data/tides.csv\"",
    """
    try FileManager.default.createDirectory(atPath: "data", withIntermediateDirectories: true)
    try "2".write(toFile: "data/tides.csv", atomically: true, encoding: .utf8)
    print(try String(contentsOfFile: "data/tides.csv", encoding: .utf8))
    """,
  ])
  func otherCodeIsNotReported(code: String) async throws {
    #expect(try await problems(Fixture.cells(code)) == [])
  }

  @Test func aDeclaredInputIsAvailable() async throws {
    let code = "print(try String(contentsOfFile: \"data/tides.csv\", encoding: .utf8))"
    #expect(try await problems(Fixture.cell("inputs: data/tides.csv", code)) == [])
  }
}
