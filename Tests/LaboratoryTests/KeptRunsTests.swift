import Foundation
import Laboratory
import Lessons
import Records
import Testing

/// A course on disk and a cache, with what was run counted.
struct Kept {
  let cache: CacheFolder
  let folder: String
  var installation: Installation

  static func with(_ work: (Kept) async throws -> Void) async throws {
    let installation = try await Bench.installation.value
    try await Bench.withCache { cache, folder in
      try await work(Kept(cache: cache, folder: folder, installation: installation))
    }
  }

  func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A lesson that is written to the disk too, whose body begins on line 6.
  func lesson(_ body: String, name: String = "t", setting: String = "time: 1") throws -> Lesson {
    let lesson = try Bench.lesson(
      body, file: "\(folder)/lessons/\(name).md", setting: setting)
    try write("lessons/\(name).md", body)
    return lesson
  }

  func laboratory(jobs: Int? = nil) -> Laboratory {
    Laboratory(installation, cache: cache, jobs: jobs)
  }

  /// What lessons give, and how many programs ran for it.
  func run(_ lessons: Lesson...) async throws -> (results: [Findings], ran: Int) {
    let laboratory = laboratory()
    let results = await laboratory.run(lessons)
    #expect(results.flatMap(\.faults) == [])
    #expect(laboratory.tally.obstacle == nil)
    #expect(laboratory.tally.ran + laboratory.tally.reused == lessons.flatMap(\.sessions).count)
    return (results, laboratory.tally.ran)
  }

  /// Why each session is stale.
  func reasons(_ lessons: Lesson...) async throws -> [[String]] {
    try await laboratory().standings(of: lessons).map { standing in
      standing.reasons.map { $0.replacing(folder + "/", with: "") }
    }
  }

  /// The files of runs.
  func runFiles() throws -> [String] {
    let runs = folder + "/cache/runs"
    return try FileManager.default.contentsOfDirectory(atPath: runs).map { "\(runs)/\($0)" }
  }
}

struct KeptRunsTests {
  /// Two sessions, a warning with a note that names a line, a figure, a table, values, a cell that
  /// must not compile and one that must trap.
  static let rich = """
    > ```{swift}
    > let a = [1, 2]
    > var never = 3
    > figure("a", alt: "a") { LineMark(x: 1, y: 2) }.caption("A")
    > ```

    ```{swift}
    //| session: other
    let a: Int? = 3
    print("other \\(a)")
    table("t", columns: "n") { Row(1) }
    func old() -> Int {
      fatalError()
      return 4
    }
    ```
    Twice `{swift} a`, `{swift other} a`, `{swift} Double.nan`.

    ```{swift}
    //| error: compile
    let b: String = a
    ```
    ```{swift}
    claim("two", a[1], equals: 3, within: 0)
    explore("c", "s", over: [1, 2]) { s in frame(alt: "c") { LineMark(x: 1, y: Double(s)) } }
    ```
    ```{swift}
    //| error: trap
    _ = a[7]
    ```
    """

  @Test func aKeptRunGivesWhatItsRunGave() async throws {
    try await Kept.with { kept in
      let lesson = try kept.lesson(Self.rich)
      let first = try await kept.run(lesson)
      #expect(first.ran == 2)
      #expect(first.results[0].isComplete)
      #expect(first.results[0].diagnostics.count >= 2)
      let again = try await kept.run(lesson)
      #expect(again.ran == 0)
      #expect(again.results == first.results)
    }
  }

  @Test func proseAndLinesAboveCellsRunNothingAndAllIsReportedAtTheNewLines() async throws {
    try await Kept.with { kept in
      _ = try await kept.run(kept.lesson(Self.rich))
      let moved = try kept.lesson("New prose, of\n\nthree lines.\n\n" + Self.rich)
      let found = try await kept.run(moved)
      #expect(found.ran == 0)
      let fresh = await Laboratory(kept.installation, cache: kept.cache, keepsRuns: false)
        .run([moved])
      #expect(found.results[0].diagnostics == fresh[0].diagnostics)
      #expect(found.results[0].records == fresh[0].records)
    }
  }

  @Test func aCellInADeeperListKeepsItsRunAndItsColumns() async throws {
    try await Kept.with { kept in
      let cell = "```{swift}\nfunc f() {\n  let unused = 1\n}\n```\n"
      let first = try await kept.run(kept.lesson(cell))
      let indented = "- list\n\n" + cell.split(separator: "\n").map { "  \($0)\n" }.joined()
      let found = try await kept.run(kept.lesson(indented))
      #expect(found.ran == 0)
      let old = try #require(first.results[0].diagnostics.first)
      let new = try #require(found.results[0].diagnostics.first)
      #expect(new.place.line == old.place.line + 2)
      #expect(new.place.column == old.place.column.map { $0 + 2 })
    }
  }

  @Test func aChangedCellRunsItsSessionOnly() async throws {
    try await Kept.with { kept in
      _ = try await kept.run(kept.lesson(Self.rich))
      let changed = try kept.lesson(Self.rich.replacing("print(\"other", with: "print(\"changed"))
      #expect(try await kept.run(changed).ran == 1)
      let added = try kept.lesson(
        "```{swift}\n//| session: other\nlet new = 1\n```\n`{swift other} new`\n\n" + Self.rich)
      let found = try await kept.run(added)
      #expect(found.ran == 1)
      let fresh = await Laboratory(kept.installation, cache: kept.cache, keepsRuns: false)
        .run([added])
      #expect(found.results[0].records == fresh[0].records)
      #expect(found.results[0].diagnostics == fresh[0].diagnostics)
    }
  }

  @Test func aChangedDataFileRunsItsReadersOnly() async throws {
    try await Kept.with { kept in
      try kept.write("lessons/data.txt", "1")
      let code = "print(try String(contentsOfFile: \"data.txt\", encoding: .utf8))"
      let reader = try kept.lesson(Bench.cell("inputs: data.txt", code), name: "reader")
      let other = try kept.lesson(Bench.cells("print(1)"), name: "other")
      #expect(try await kept.run(reader, other).ran == 2)
      try kept.write("lessons/data.txt", "2")
      let found = try await kept.run(reader, other)
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
      try kept.write("lessons/data.txt", "1")
      #expect(try await kept.run(reader, other).ran == 0)
    }
  }

  @Test func theSeedIsPartOfTheKey() async throws {
    try await Kept.with { kept in
      let body = Bench.cells("print(seed)")
      #expect(try await kept.run(kept.lesson(body, setting: "seed: 1")).ran == 1)
      let found = try await kept.run(kept.lesson(body, setting: "seed: 2"))
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
    }
  }

  @Test func codeThatAsksForItsLineRunsWhenThatChanges() async throws {
    try await Kept.with { kept in
      let body = Bench.cells("print(#line)")
      #expect(try await kept.run(kept.lesson(body)).results[0].records.texts == ["7\n"])
      let found = try await kept.run(kept.lesson("Words.\n\n" + body))
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["9\n"])
    }
  }

  @Test(arguments: [
    Bench.cells("fatalError(\"no\")"), Bench.cells("exit(0)"), Bench.cells("let a: Int = \"\""),
    Bench.cell("error: compile", "let a = 1"), Bench.cell("error: trap", "let a = 1"),
  ])
  func whatFailsIsNotKept(body: String) async throws {
    try await Kept.with { kept in
      let first = try await kept.run(kept.lesson(body))
      let again = try await kept.run(kept.lesson(body))
      #expect(again.ran == 1)
      #expect(again.results == first.results)
      #expect(try await kept.reasons(kept.lesson(body)) == [["it has never run to its end"]])
    }
  }

  @Test func aTrapThatIsNoMoreExpectedIsAnError() async throws {
    try await Kept.with { kept in
      let trap = "let a = [1]\n_ = a[7]"
      #expect(try await kept.run(kept.lesson(Bench.cell("error: trap", trap))).ran == 1)
      let found = try await kept.run(kept.lesson(Bench.cells(trap)))
      #expect(found.results[0].diagnostics.map(\.summary) == ["trap: Index out of range"])
    }
  }

  @Test func whatIsDamagedIsRunAgainAndMended() async throws {
    try await Kept.with { kept in
      let lesson = try kept.lesson(Bench.cells("print(1)"))
      let first = try await kept.run(lesson)
      let file = try #require(try kept.runFiles().first)
      let whole = try Data(contentsOf: URL(filePath: file))
      let foreign = Data("a note of mine\n".utf8)
      for damaged in [Data(), whole.dropLast(), whole.prefix(100), whole + [10], foreign] {
        try Data(damaged).write(to: URL(filePath: file))
        let found = try await kept.run(lesson)
        #expect(found.ran == 1)
        #expect(found.results == first.results)
        #expect(try Data(contentsOf: URL(filePath: file)).count > 100)
      }
    }
  }

  @Test func aRunUnderAnothersKeyIsNone() async throws {
    try await Kept.with { kept in
      let (one, two) = (
        try kept.lesson(Bench.cells("print(1)"), name: "one"),
        try kept.lesson(Bench.cells("print(2)"), name: "two")
      )
      _ = try await kept.run(one)
      let first = try #require(try kept.runFiles().first)
      _ = try await kept.run(two)
      let second = try #require(try kept.runFiles().first { $0 != first })
      try Data(contentsOf: URL(filePath: first)).write(to: URL(filePath: second))
      let found = try await kept.run(two)
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
    }
  }

  @Test func buildsThatMeetOneSessionRunItOnce() async throws {
    try await Kept.with { kept in
      let lessons = try ["one", "two"].map {
        try kept.lesson(Bench.cells("usleep(300_000)\nprint(1)"), name: $0)
      }
      let (a, b) = (kept.laboratory(jobs: 2), kept.laboratory(jobs: 2))
      async let first = a.run(lessons)
      async let second = b.run(lessons)
      let found = await first + second
      #expect(found.map(\.records.texts) == Array(repeating: ["1\n"], count: 4))
      #expect(a.tally.ran + b.tally.ran == 1)
      #expect(a.tally.reused + b.tally.reused == 3)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: kept.folder + "/cache/locks") == [])
    }
  }

  /// As by another build that bounds the cache.
  @Test func whatIsThrownOutWhileABuildRunsCostsThatBuildNothing() async throws {
    try await Kept.with { kept in
      let (one, two) = (
        try kept.lesson(Bench.cells("print(1)"), name: "one"),
        try kept.lesson(Bench.cells("print(2)"), name: "two")
      )
      _ = try await kept.run(one)
      let laboratory = kept.laboratory()
      let found = await laboratory.run([one, two]) { event in
        if case .began = event { RunCache(kept.cache).trim(keeping: [], limit: 0) }
      }
      #expect(found.map(\.records.texts) == [["1\n"], ["2\n"]])
      #expect(found.map(\.diagnostics) == [[], []])
      #expect((laboratory.tally.ran, laboratory.tally.reused) == (1, 1))
      #expect(laboratory.tally.obstacle == nil)
      // The next build misses what is gone, and only that.
      let again = try await kept.run(one, two)
      #expect(again.results.map(\.records) == found.map(\.records))
      #expect(again.ran == 1)
    }
  }

  @Test func aBuildGoesOnWhereNothingCanBeKept() async throws {
    try await Kept.with { kept in
      try kept.write("file", "not a folder")
      let lesson = try kept.lesson(Bench.cells("print(1)"))
      let laboratory = Laboratory(
        kept.installation, cache: CacheFolder(kept.folder + "/file/cache"))
      let found = await laboratory.run([lesson])
      #expect(found[0].records.texts == ["1\n"])
      #expect(found[0].isComplete)
      #expect(laboratory.tally.obstacle?.kind == .machine)
    }
  }

  @Test func cleaningLeavesWhatIsNotGradussOwn() async throws {
    try await Kept.with { kept in
      _ = try await kept.run(kept.lesson(Bench.cells("print(1)")))
      try kept.write("cache/mine", "mine")
      try kept.write("cache/typesetting", "")
      try kept.cache.clean()
      let left = try FileManager.default.contentsOfDirectory(atPath: kept.folder + "/cache")
      #expect(left == ["mine"])
      try FileManager.default.removeItem(atPath: kept.folder + "/cache/mine")
      try kept.cache.clean()
      #expect(!FileManager.default.fileExists(atPath: kept.folder + "/cache"))
      try kept.cache.clean()
    }
  }
}
