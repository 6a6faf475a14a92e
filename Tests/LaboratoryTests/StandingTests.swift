import Foundation
import Laboratory
import Lessons
import Testing

struct StandingTests {
  static let body = "```{swift}\nlet a = 1\n```\nIt is `{swift} a`.\n"

  @Test func whatRanIsFreshAndWhatDidNotSaysSo() async throws {
    try await Kept.with { kept in
      let lesson = try kept.lesson(Self.body)
      #expect(try await kept.reasons(lesson) == [["it has never run to its end"]])
      _ = try await kept.run(lesson)
      #expect(try await kept.reasons(lesson) == [[]])
      let standings = try await kept.laboratory().standings(of: [lesson])
      #expect(standings.allSatisfy { $0.seconds ?? 0 > 0 })
    }
  }

  @Test(arguments: [
    ("let a = 1", "let a = 2", ["cell at lessons/t.md:6 changed"]),
    ("{swift} a", "{swift} a + 1", ["value at lessons/t.md:9 changed"]),
    ("It is", "```{swift}\nprint(a)\n```\nIt is", ["cell at lessons/t.md:9 was added"]),
    ("It is `{swift} a`.", "Words.", ["a cell or value was taken away"]),
    (
      "It is `{swift} a`.", "```{swift}\n//| error: compile\nlet b: Int = \"\"\n```",
      [
        "cell at lessons/t.md:9 changed"
      ]
    ),
    ("It is", "Words\nof prose. It is", []),
  ])
  func aChangeIsNamedWhereItIs(old: String, new: String, reasons: [String]) async throws {
    try await Kept.with { kept in
      _ = try await kept.run(kept.lesson(Self.body))
      let changed = try kept.lesson(Self.body.replacing(old, with: new))
      #expect(try await kept.reasons(changed) == [reasons])
    }
  }

  @Test func seedsAndDataFilesAreNamed() async throws {
    try await Kept.with { kept in
      for name in ["a.txt", "b.txt"] { try kept.write("lessons/\(name)", "1") }
      let body = Bench.cell("inputs: [a.txt, b.txt]", "print(1)")
      _ = try await kept.run(kept.lesson(body))
      try kept.write("lessons/b.txt", "2")
      let less = body.replacing("a.txt, ", with: "")
      #expect(
        try await kept.reasons(kept.lesson(body, setting: "seed: 9")) == [
          ["seed: 9, was 1", "data file b.txt changed"]
        ])
      #expect(
        try await kept.reasons(kept.lesson(less)) == [
          ["data file b.txt changed", "data file a.txt was taken away"]
        ])
      try FileManager.default.removeItem(atPath: kept.folder + "/lessons/b.txt")
      #expect(try await kept.reasons(kept.lesson(less)) == [["there is no input 'b.txt'"]])
    }
  }

  @Test func codeThatAsksForItsLineSaysThatItMoved() async throws {
    try await Kept.with { kept in
      let body = Bench.cells("print(#line)")
      _ = try await kept.run(kept.lesson(body))
      #expect(
        try await kept.reasons(kept.lesson("Words.\n\n" + body)) == [
          ["the lines moved, which the code asks for with '#line' or '#file'"]
        ])
    }
  }

  @Test func aRunThatIsLostIsSaidToBe() async throws {
    try await Kept.with { kept in
      let lesson = try kept.lesson(Self.body)
      _ = try await kept.run(lesson)
      for file in try kept.runFiles() { try FileManager.default.removeItem(atPath: file) }
      #expect(try await kept.reasons(lesson) == [["its last run is not kept any more"]])
    }
  }

  /// A changed engine that was not built runs as it was: nothing is kept as if it were the new one.
  private func checkThatNothingIsKept(of kept: Kept) async throws {
    let file = "package/Sources/Engine/New.swift"
    try kept.write(file, "")
    let laboratory = kept.laboratory()
    _ = await laboratory.run([try kept.lesson(Self.body)])
    #expect(laboratory.tally.ran == 1)
    #expect(laboratory.tally.obstacle?.summary == "the engine has changed since Gradus was built")
    #expect(try kept.runFiles().count == 1)
    try FileManager.default.removeItem(atPath: "\(kept.folder)/\(file)")
  }

  @Test(arguments: ["Laboratory", "keeper"])
  func aChangedLaboratoryIsAReason(_ folder: String) async throws {
    try await Kept.with { original in
      var (kept, changed) = (original, original)
      let sources = URL(filePath: original.installation.root)
      for package in ["one", "other"] {
        try kept.write("\(package)/Package.swift", "")
        for name in ["Package.swift", "Sources"] {
          let copy = "\(kept.folder)/\(package)/\(name)"
          try? FileManager.default.removeItem(atPath: copy)
          try FileManager.default.copyItem(
            atPath: sources.appending(path: name).path, toPath: copy)
        }
      }
      kept.installation.root = kept.folder + "/one"
      changed.installation.root = kept.folder + "/other"
      let lesson = try kept.lesson(Self.body)
      _ = try await kept.run(lesson)
      #expect(try await changed.reasons(lesson) == [[]])
      // What is not known yet of this program and that package.
      try FileManager.default.removeItem(atPath: kept.folder + "/cache/facts")
      try kept.write("other/Sources/\(folder)/New.swift", "")
      #expect(try await changed.reasons(lesson) == [["the laboratory changed"]])
      #expect(try await kept.reasons(lesson) == [[]])
    }
  }

  /// Every folder that holds what a cell imports, and one that does not.
  static let folders = ["CBLAS", "Charts", "Engine", "Notebook", "Records"]

  @Test func everyFileOfWhatNotebookReachesIsNamed() async throws {
    try await Kept.with { original in
      var kept = original
      kept.installation.root = kept.folder + "/package"
      let root = URL(filePath: kept.installation.root)
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      for name in ["Package.swift", "Sources"] {
        try FileManager.default.copyItem(
          atPath: "\(original.installation.root)/\(name)", toPath: "\(root.path)/\(name)")
      }
      let lesson = try kept.lesson(Self.body)
      _ = try await kept.run(lesson)
      try await checkThatNothingIsKept(of: kept)
      for folder in Self.folders {
        let file = "package/Sources/\(folder)/Deep/New.swift"
        try kept.write(file, "")
        #expect(
          try await kept.reasons(lesson) == [
            ["engine changed: Sources/\(folder)/Deep/New.swift was added"]
          ])
        try FileManager.default.removeItem(atPath: "\(kept.folder)/\(file)")
        #expect(try await kept.reasons(lesson) == [[]])
      }
      try kept.write("package/Sources/Drawing/New.swift", "")
      #expect(try await kept.reasons(lesson) == [[]])
      try kept.write("package/Sources/CBLAS/shim.h", "#include <cblas.h>\n")
      try FileManager.default.removeItem(atPath: root.path + "/Sources/Records/Wire.swift")
      #expect(
        try await kept.reasons(lesson) == [
          [
            "engine changed: Sources/CBLAS/shim.h",
            "engine changed: Sources/Records/Wire.swift was removed",
          ]
        ])
      try kept.write(
        "package/Package.swift",
        try String(contentsOfFile: root.path + "/Package.swift", encoding: .utf8)
          .replacing(
            "module(\"Records\", [\"Charts\"])",
            with: "module(\"Records\", [\"Charts\", \"Hashing\"])"))
      let reasons = try await kept.reasons(lesson)[0]
      #expect(reasons.contains("engine changed: Package.swift"))
      #expect(reasons.contains("engine changed: Sources/Hashing/SHA256.swift was added"))
    }
  }
}
