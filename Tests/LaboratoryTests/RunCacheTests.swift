import Foundation
import Laboratory
import Lessons
import Records
import Testing

/// A course on disk with a cache, for counting which sessions run.
struct TestCourse {
  let cache: CacheFolder
  let folder: String
  var installation: Installation

  static func with(_ work: (TestCourse) async throws -> Void) async throws {
    let installation = try await Fixture.installation.value
    try await Fixture.withCache { cache, folder in
      try await work(TestCourse(cache: cache, folder: folder, installation: installation))
    }
  }

  func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Parses a lesson whose body begins on line 6, and writes it to disk.
  func lesson(_ body: String, name: String = "t", setting: String = "time: 1") throws -> Lesson {
    let lesson = try Fixture.lesson(
      body, file: "\(folder)/lessons/\(name).md", setting: setting)
    try write("lessons/\(name).md", body)
    return lesson
  }

  func laboratory(jobs: Int? = nil) -> Laboratory {
    Laboratory(installation, cache: cache, jobs: jobs)
  }

  /// Returns the results of lessons, and how many sessions ran.
  func run(_ lessons: Lesson...) async throws -> (results: [RunResult], ran: Int) {
    let laboratory = laboratory()
    let results = await laboratory.run(lessons)
    #expect(results.flatMap(\.faults) == [])
    #expect(laboratory.runCounts.cacheFailure == nil)
    #expect(
      laboratory.runCounts.ran + laboratory.runCounts.reused == lessons.flatMap(\.sessions).count)
    return (results, laboratory.runCounts.ran)
  }

  /// The reasons why each session is stale.
  func reasons(_ lessons: Lesson...) async throws -> [[String]] {
    try await laboratory().freshness(of: lessons).map { freshness in
      freshness.reasons.map { $0.replacing(folder + "/", with: "") }
    }
  }

  /// The files of cached runs.
  func runFiles() throws -> [String] {
    let runs = folder + "/cache/runs"
    return try FileManager.default.contentsOfDirectory(atPath: runs).map { "\(runs)/\($0)" }
  }
}

struct RunCacheTests {
  /// Two sessions, a warning with a note that names a line, a figure, a table, values, and cells
  /// that are expected not to compile and to trap.
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

  @Test func aCachedRunHasTheSameResults() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(Self.rich)
      let first = try await course.run(lesson)
      #expect(first.ran == 2)
      #expect(first.results[0].isComplete)
      #expect(first.results[0].diagnostics.count >= 2)
      let again = try await course.run(lesson)
      #expect(again.ran == 0)
      #expect(again.results == first.results)
    }
  }

  @Test func proseRunsNothingAndMovesDiagnostics() async throws {
    try await TestCourse.with { course in
      _ = try await course.run(course.lesson(Self.rich))
      let moved = try course.lesson("New prose, of\n\nthree lines.\n\n" + Self.rich)
      let found = try await course.run(moved)
      #expect(found.ran == 0)
      let fresh = await Laboratory(course.installation, cache: course.cache, usesRunCache: false)
        .run([moved])
      #expect(found.results[0].diagnostics == fresh[0].diagnostics)
      #expect(found.results[0].records == fresh[0].records)
    }
  }

  @Test func indentingACellRunsNothingAndMovesColumns() async throws {
    try await TestCourse.with { course in
      let cell = "```{swift}\nfunc f() {\n  let unused = 1\n}\n```\n"
      let first = try await course.run(course.lesson(cell))
      let indented = "- list\n\n" + cell.split(separator: "\n").map { "  \($0)\n" }.joined()
      let found = try await course.run(course.lesson(indented))
      #expect(found.ran == 0)
      let old = try #require(first.results[0].diagnostics.first)
      let new = try #require(found.results[0].diagnostics.first)
      #expect(new.place.line == old.place.line + 2)
      #expect(new.place.column == old.place.column.map { $0 + 2 })
    }
  }

  @Test func aChangedCellRunsOnlyItsSession() async throws {
    try await TestCourse.with { course in
      _ = try await course.run(course.lesson(Self.rich))
      let changed = try course.lesson(Self.rich.replacing("print(\"other", with: "print(\"changed"))
      #expect(try await course.run(changed).ran == 1)
      let added = try course.lesson(
        "```{swift}\n//| session: other\nlet new = 1\n```\n`{swift other} new`\n\n" + Self.rich)
      let found = try await course.run(added)
      #expect(found.ran == 1)
      let fresh = await Laboratory(course.installation, cache: course.cache, usesRunCache: false)
        .run([added])
      #expect(found.results[0].records == fresh[0].records)
      #expect(found.results[0].diagnostics == fresh[0].diagnostics)
    }
  }

  @Test func aChangedDataFileRunsOnlyItsReaders() async throws {
    try await TestCourse.with { course in
      try course.write("lessons/data.txt", "1")
      let code = "print(try String(contentsOfFile: \"data.txt\", encoding: .utf8))"
      let reader = try course.lesson(Fixture.cell("inputs: data.txt", code), name: "reader")
      let other = try course.lesson(Fixture.cells("print(1)"), name: "other")
      #expect(try await course.run(reader, other).ran == 2)
      try course.write("lessons/data.txt", "2")
      let found = try await course.run(reader, other)
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
      try course.write("lessons/data.txt", "1")
      #expect(try await course.run(reader, other).ran == 0)
    }
  }

  @Test func theSeedIsPartOfTheKey() async throws {
    try await TestCourse.with { course in
      let body = Fixture.cells("print(seed)")
      #expect(try await course.run(course.lesson(body, setting: "seed: 1")).ran == 1)
      let found = try await course.run(course.lesson(body, setting: "seed: 2"))
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
    }
  }

  @Test func codeThatUsesItsLineRunsWhenItMoves() async throws {
    try await TestCourse.with { course in
      let body = Fixture.cells("print(#line)")
      #expect(try await course.run(course.lesson(body)).results[0].records.texts == ["7\n"])
      let found = try await course.run(course.lesson("Words.\n\n" + body))
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["9\n"])
    }
  }

  @Test(arguments: [
    Fixture.cells("fatalError(\"no\")"), Fixture.cells("exit(0)"),
    Fixture.cells("let a: Int = \"\""),
    Fixture.cell("error: compile", "let a = 1"), Fixture.cell("error: trap", "let a = 1"),
  ])
  func failedRunsAreNotCached(body: String) async throws {
    try await TestCourse.with { course in
      let first = try await course.run(course.lesson(body))
      let again = try await course.run(course.lesson(body))
      #expect(again.ran == 1)
      #expect(again.results == first.results)
      #expect(try await course.reasons(course.lesson(body)) == [["has never completed"]])
    }
  }

  @Test func aTrapThatIsNoLongerExpectedIsAnError() async throws {
    try await TestCourse.with { course in
      let trap = "let a = [1]\n_ = a[7]"
      #expect(try await course.run(course.lesson(Fixture.cell("error: trap", trap))).ran == 1)
      let found = try await course.run(course.lesson(Fixture.cells(trap)))
      #expect(found.results[0].diagnostics.map(\.summary) == ["trap: Index out of range"])
    }
  }

  @Test func damagedEntriesAreReplaced() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(Fixture.cells("print(1)"))
      let first = try await course.run(lesson)
      let file = try #require(try course.runFiles().first)
      let whole = try Data(contentsOf: URL(filePath: file))
      let foreign = Data("a note of mine\n".utf8)
      for damaged in [Data(), whole.dropLast(), whole.prefix(100), whole + [10], foreign] {
        try Data(damaged).write(to: URL(filePath: file))
        let found = try await course.run(lesson)
        #expect(found.ran == 1)
        #expect(found.results == first.results)
        #expect(try Data(contentsOf: URL(filePath: file)).count > 100)
      }
    }
  }

  @Test func anEntryUnderAnotherKeyIsIgnored() async throws {
    try await TestCourse.with { course in
      let (one, two) = (
        try course.lesson(Fixture.cells("print(1)"), name: "one"),
        try course.lesson(Fixture.cells("print(2)"), name: "two")
      )
      _ = try await course.run(one)
      let first = try #require(try course.runFiles().first)
      _ = try await course.run(two)
      let second = try #require(try course.runFiles().first { $0 != first })
      try Data(contentsOf: URL(filePath: first)).write(to: URL(filePath: second))
      let found = try await course.run(two)
      #expect(found.ran == 1)
      #expect(found.results[0].records.texts == ["2\n"])
    }
  }

  @Test func concurrentBuildsRunASessionOnce() async throws {
    try await TestCourse.with { course in
      let lessons = try ["one", "two"].map {
        try course.lesson(Fixture.cells("usleep(300_000)\nprint(1)"), name: $0)
      }
      let (a, b) = (course.laboratory(jobs: 2), course.laboratory(jobs: 2))
      async let first = a.run(lessons)
      async let second = b.run(lessons)
      let found = await first + second
      #expect(found.map(\.records.texts) == Array(repeating: ["1\n"], count: 4))
      #expect(a.runCounts.ran + b.runCounts.ran == 1)
      #expect(a.runCounts.reused + b.runCounts.reused == 3)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: course.folder + "/cache/locks") == [])
    }
  }

  /// As by a concurrent build that trims the cache.
  @Test func evictionDuringABuildIsHarmless() async throws {
    try await TestCourse.with { course in
      let (one, two) = (
        try course.lesson(Fixture.cells("print(1)"), name: "one"),
        try course.lesson(Fixture.cells("print(2)"), name: "two")
      )
      _ = try await course.run(one)
      let laboratory = course.laboratory()
      let found = await laboratory.run([one, two]) { event in
        if case .started = event { RunCache(course.cache).trim(keeping: [], limit: 0) }
      }
      #expect(found.map(\.records.texts) == [["1\n"], ["2\n"]])
      #expect(found.map(\.diagnostics) == [[], []])
      #expect((laboratory.runCounts.ran, laboratory.runCounts.reused) == (1, 1))
      #expect(laboratory.runCounts.cacheFailure == nil)
      // The next build runs only what was evicted.
      let again = try await course.run(one, two)
      #expect(again.results.map(\.records) == found.map(\.records))
      #expect(again.ran == 1)
    }
  }

  @Test func aBuildContinuesWithoutItsCache() async throws {
    try await TestCourse.with { course in
      try course.write("file", "not a folder")
      let lesson = try course.lesson(Fixture.cells("print(1)"))
      let laboratory = Laboratory(
        course.installation, cache: CacheFolder(course.folder + "/file/cache"))
      let found = await laboratory.run([lesson])
      #expect(found[0].records.texts == ["1\n"])
      #expect(found[0].isComplete)
      #expect(laboratory.runCounts.cacheFailure?.kind == .machine)
    }
  }

  @Test func cleaningLeavesForeignFiles() async throws {
    try await TestCourse.with { course in
      _ = try await course.run(course.lesson(Fixture.cells("print(1)")))
      try course.write("cache/mine", "mine")
      try course.write("cache/typesetting", "")
      try course.cache.clean()
      let left = try FileManager.default.contentsOfDirectory(atPath: course.folder + "/cache")
      #expect(left == ["mine"])
      try FileManager.default.removeItem(atPath: course.folder + "/cache/mine")
      try course.cache.clean()
      #expect(!FileManager.default.fileExists(atPath: course.folder + "/cache"))
      try course.cache.clean()
    }
  }
}
