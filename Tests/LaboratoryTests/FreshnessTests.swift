import Foundation
import Laboratory
import Lessons
import Testing

struct FreshnessTests {
  static let body = "```{swift}\nlet a = 1\n```\nIt is `{swift} a`.\n"

  @Test func aSessionThatRanIsUpToDate() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(Self.body)
      #expect(try await course.reasons(lesson) == [["has never completed"]])
      _ = try await course.run(lesson)
      #expect(try await course.reasons(lesson) == [[]])
      let standings = try await course.laboratory().freshness(of: [lesson])
      #expect(standings.allSatisfy { $0.seconds ?? 0 > 0 })
    }
  }

  @Test(arguments: [
    ("let a = 1", "let a = 2", ["cell at lessons/t.md:6 changed"]),
    ("{swift} a", "{swift} a + 1", ["value at lessons/t.md:9 changed"]),
    ("It is", "```{swift}\nprint(a)\n```\nIt is", ["cell at lessons/t.md:9 was added"]),
    ("It is `{swift} a`.", "Words.", ["a cell or value was removed"]),
    (
      "It is `{swift} a`.", "```{swift}\n//| error: compile\nlet b: Int = \"\"\n```",
      [
        "cell at lessons/t.md:9 changed"
      ]
    ),
    ("It is", "Words\nof prose. It is", []),
  ])
  func changesAreReportedAtTheirPlaces(old: String, new: String, reasons: [String]) async throws {
    try await TestCourse.with { course in
      _ = try await course.run(course.lesson(Self.body))
      let changed = try course.lesson(Self.body.replacing(old, with: new))
      #expect(try await course.reasons(changed) == [reasons])
    }
  }

  @Test func seedsAndDataFilesAreReported() async throws {
    try await TestCourse.with { course in
      for name in ["a.txt", "b.txt"] { try course.write("lessons/\(name)", "1") }
      let body = Fixture.cell("inputs: [a.txt, b.txt]", "print(1)")
      _ = try await course.run(course.lesson(body))
      try course.write("lessons/b.txt", "2")
      let less = body.replacing("a.txt, ", with: "")
      #expect(
        try await course.reasons(course.lesson(body, setting: "seed: 9")) == [
          ["seed: 9, was 1", "data file b.txt changed"]
        ])
      #expect(
        try await course.reasons(course.lesson(less)) == [
          ["data file b.txt changed", "data file a.txt was removed"]
        ])
      try FileManager.default.removeItem(atPath: course.folder + "/lessons/b.txt")
      #expect(try await course.reasons(course.lesson(less)) == [["input 'b.txt' not found"]])
    }
  }

  @Test func movedLinesAreReportedIfTheCodeUsesThem() async throws {
    try await TestCourse.with { course in
      let body = Fixture.cells("print(#line)")
      _ = try await course.run(course.lesson(body))
      #expect(
        try await course.reasons(course.lesson("Words.\n\n" + body)) == [
          ["the lines moved, and the code uses '#line' or '#file'"]
        ])
    }
  }

  @Test func anEvictedRunIsReported() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(Self.body)
      _ = try await course.run(lesson)
      for file in try course.runFiles() { try FileManager.default.removeItem(atPath: file) }
      #expect(try await course.reasons(lesson) == [["its last run is no longer cached"]])
    }
  }

  /// If the engine has changed but was not built, runs are not cached.
  private func checkThatNothingIsCached(of course: TestCourse) async throws {
    let file = "package/Sources/Engine/New.swift"
    try course.write(file, "")
    let laboratory = course.laboratory()
    _ = await laboratory.run([try course.lesson(Self.body)])
    #expect(laboratory.runCounts.ran == 1)
    #expect(
      laboratory.runCounts.cacheFailure?.summary == "the engine has changed since Gradus was built")
    #expect(try course.runFiles().count == 1)
    try FileManager.default.removeItem(atPath: "\(course.folder)/\(file)")
  }

  /// The sources that can change a result are part of the key; those of all else are not.
  @Test func sourcesThatRunProgramsAreInTheKey() async throws {
    try await TestCourse.with { original in
      var (course, changed) = (original, original)
      let sources = URL(filePath: original.installation.root)
      for package in ["one", "other"] {
        try course.write("\(package)/Package.swift", "")
        for name in ["Package.swift", "Sources"] {
          let copy = "\(course.folder)/\(package)/\(name)"
          try? FileManager.default.removeItem(atPath: copy)
          try FileManager.default.copyItem(
            atPath: sources.appending(path: name).path, toPath: copy)
        }
      }
      course.installation.root = course.folder + "/one"
      changed.installation.root = course.folder + "/other"
      let lesson = try course.lesson(Self.body)
      _ = try await course.run(lesson)
      #expect(try await changed.reasons(lesson) == [[]])
      for (file, reasons) in Self.changes {
        // As if the package had not been seen before.
        try FileManager.default.removeItem(atPath: course.folder + "/cache/facts")
        let path = "\(changed.installation.root)/Sources/\(file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try course.write("other/Sources/\(file)", text + "\n// Changed.\n")
        #expect(try await changed.reasons(lesson) == [reasons], "\(file)")
        try course.write("other/Sources/\(file)", text)
      }
      #expect(try await course.reasons(lesson) == [[]])
    }
  }

  /// A file of each kind, and the reasons for which every session is stale after it has changed.
  private static let changes: [(file: String, reasons: [String])] = [
    ("Laboratory/Execution/Program.swift", [executionChanged]),
    ("Laboratory/Execution/Compiling/Compiler.swift", [executionChanged]),
    ("Laboratory/Execution/Running/Limits.swift", [executionChanged]),
    ("Laboratory/Execution/Output/TerminalScreen.swift", [executionChanged]),
    ("keeper/main.c", [executionChanged]),
    ("Laboratory/SessionDiagnostics.swift", []),
    ("Laboratory/Storage/CacheFolder.swift", []),
    ("Laboratory/Runs/RunCache.swift", []),
    ("Laboratory/Builds/LastBuild.swift", []),
    ("Laboratory/Handbook/Laboratory+Handbook.swift", []),
    ("Laboratory/Claims/LiteralClaim.swift", []),
    ("Lessons/Lesson.swift", []),
    ("Pages/Words/words.md", []),
    ("Drawing/Drawing.swift", []),
    ("gradus/Console/Console.swift", []),
  ]
  private static let executionChanged = "Gradus runs programs differently now"

  /// The folders of all targets that a cell imports.
  static let folders = ["CBLAS", "Charts", "Engine", "Notebook", "Records"]

  @Test func everyChangedFileOfTheEngineIsReported() async throws {
    try await TestCourse.with { original in
      var course = original
      course.installation.root = course.folder + "/package"
      let root = URL(filePath: course.installation.root)
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      for name in ["Package.swift", "Sources"] {
        try FileManager.default.copyItem(
          atPath: "\(original.installation.root)/\(name)", toPath: "\(root.path)/\(name)")
      }
      let lesson = try course.lesson(Self.body)
      _ = try await course.run(lesson)
      try await checkThatNothingIsCached(of: course)
      for folder in Self.folders {
        let file = "package/Sources/\(folder)/Deep/New.swift"
        try course.write(file, "")
        #expect(
          try await course.reasons(lesson) == [
            ["engine changed: Sources/\(folder)/Deep/New.swift was added"]
          ])
        try FileManager.default.removeItem(atPath: "\(course.folder)/\(file)")
        #expect(try await course.reasons(lesson) == [[]])
      }
      try course.write("package/Sources/Drawing/New.swift", "")
      #expect(try await course.reasons(lesson) == [[]])
      try course.write("package/Sources/CBLAS/shim.h", "#include <cblas.h>\n")
      try FileManager.default.removeItem(atPath: root.path + "/Sources/Records/Wire.swift")
      #expect(
        try await course.reasons(lesson) == [
          [
            "engine changed: Sources/CBLAS/shim.h",
            "engine changed: Sources/Records/Wire.swift was removed",
          ]
        ])
      try course.write(
        "package/Package.swift",
        try String(contentsOfFile: root.path + "/Package.swift", encoding: .utf8)
          .replacing(
            "module(\"Records\", [\"Charts\"])",
            with: "module(\"Records\", [\"Charts\", \"Hashing\"])"))
      let reasons = try await course.reasons(lesson)[0]
      #expect(reasons.contains("engine changed: Package.swift"))
      #expect(reasons.contains("engine changed: Sources/Hashing/SHA256.swift was added"))
    }
  }
}
