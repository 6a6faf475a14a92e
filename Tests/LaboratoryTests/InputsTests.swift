import Foundation
import Laboratory
import Lessons
import Testing

/// Data files that a session declares as inputs.
struct InputsTests {
  /// Runs a lesson in a course with a few files, beside which is a secret file.
  private func run(_ body: String) async throws -> RunResult {
    try await Fixture.withFolder { folder in
      let course = folder + "/course"
      let files = FileManager.default
      try files.createDirectory(atPath: course + "/data/.hidden", withIntermediateDirectories: true)
      for (path, text) in [
        ("course/data/a.csv", "1,2"), ("course/top.txt", "top"), ("secret.txt", "secret"),
      ] {
        try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
      }
      for (path, target) in [
        ("data/inner.csv", "a.csv"), ("out.txt", "../secret.txt"), ("up", ".."),
      ] {
        try files.createSymbolicLink(atPath: "\(course)/\(path)", withDestinationPath: target)
      }
      let lesson = try Fixture.lesson(body, file: course + "/t.md")
      var found = try await Fixture.laboratory().run([lesson])[0]
      for index in found.diagnostics.indices { found.diagnostics[index].place.file = "t.md" }
      #expect(
        try String(contentsOfFile: course + "/data/a.csv", encoding: .utf8) == "1,2")
      return found
    }
  }

  private func listing(_ option: String) -> String {
    Fixture.cell(
      option,
      """
      let names = try FileManager.default.subpathsOfDirectory(atPath: ".").sorted()
      for name in names { print(name, (try? String(contentsOfFile: name, encoding: .utf8)) ?? "/") }
      """)
  }

  @Test(arguments: [
    ("inputs: top.txt", "top.txt top\n"),
    ("inputs: [data/a.csv, top.txt, ./top.txt]", "data /\ndata/a.csv 1,2\ntop.txt top\n"),
    ("inputs: [data/../data//inner.csv]", "data /\ndata/inner.csv 1,2\n"),
  ])
  func inputsAreCopiedUnderTheirNames(option: String, expected: String) async throws {
    let found = try await run(listing(option))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == [expected])
  }

  @Test func aSessionHasTheInputsOfItsCellsOnly() async throws {
    let found = try await run(
      listing("session: other") + listing("inputs: top.txt")
        + "```{swift}\n//| inputs: data/a.csv\nprint(names)\n```\n")
    #expect(
      found.records.texts == [
        "data /\ndata/a.csv 1,2\ntop.txt top\n", "[\"data\", \"data/a.csv\", \"top.txt\"]\n",
      ])
  }

  @Test func sessionsCannotChangeFilesOfTheCourse() async throws {
    let found = try await run(
      Fixture.cell(
        "inputs: data/a.csv",
        """
        print((try FileManager.default.attributesOfItem(atPath: "data/a.csv"))[.posixPermissions]!)
        try FileManager.default.removeItem(atPath: "data/a.csv")
        try "other".write(toFile: "data/a.csv", atomically: true, encoding: .utf8)
        """))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["\(0o444)\n"])
  }

  @Test(arguments: [
    ("data/b.csv", "input 'data/b.csv' not found\nhelp: did you mean 'data/a.csv'?"),
    ("nothing-like-it", "input 'nothing-like-it' not found"),
    ("data", "the input 'data' is not a file\nhelp: name each of its files"),
    (".", "the input '.' is not a file\nhelp: name each of its files"),
    ("/etc/passwd", outside("/etc/passwd")),
    ("../secret.txt", outside("../secret.txt")),
    ("data/../../secret.txt", outside("data/../../secret.txt")),
    ("out.txt", outside("out.txt")),
    ("up/secret.txt", outside("up/secret.txt")),
  ])
  func anInvalidInputIsAnErrorAtItsLine(name: String, message: String) async throws {
    let found = try await run(
      """
      ```{swift}
      //| inputs:
      //|   - top.txt
      //|   - \(name)
      print("never")
      ```
      """)
    #expect(found.diagnostics.map(\.description) == ["t.md:9: error: \(message)"])
    #expect(found.records == [])
    #expect(!found.isComplete)
  }

  private static func outside(_ name: String) -> String {
    "the input '\(name)' is outside the course\nhelp: copy it into the course's folder"
  }

  @Test func invalidInputsAreReportedWithCompileErrors() async throws {
    let found = try await run(Fixture.cell("inputs: none.csv", "let a: Int = true"))
    #expect(
      found.diagnostics.map(\.description) == [
        "t.md:7: error: input 'none.csv' not found",
        "t.md:8:14: error: cannot convert value of type 'Bool' to specified type 'Int'",
      ])
  }
}
