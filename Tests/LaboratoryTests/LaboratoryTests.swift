import Foundation
import Laboratory
import Lessons
import Records
import Testing

struct LaboratoryTests {
  /// A lesson of two sessions whose cells alternate, each with a figure.
  let lesson: Lesson

  init() throws {
    lesson = try Fixture.lesson(
      """
      ```{swift}
      let a = 2
      figure("a", alt: "a") { LineMark(x: 1, y: 2) }.caption("A")
      ```
      ```{swift}
      //| session: other
      let a = 3
      print("other")
      figure("b", alt: "b") { LineMark(x: 1, y: 2) }
      table("t", columns: "n") { Row(1) }.caption("T")
      ```
      ```{swift}
      //| error: compile
      let b: String = a
      ```
      Twice `{swift} a`, `{swift other} a`.
      ```{swift}
      print("a is", a)
      claim("two", a, equals: 2, within: 0)
      figure("c", alt: "c") { LineMark(x: 1, y: 2) }
      ```
      """, setting: "seed: 5")
  }

  @Test func recordsAreInTheOrderOfTheLesson() async throws {
    let found = try await Fixture.laboratory().run([lesson])[0]
    #expect(found.diagnostics == [])
    #expect(found.faults == [])
    #expect(found.isComplete)
    #expect(
      found.records.map(\.summary) == [
        "cell 0", "figure 1 a A", "cell 1", "output 1 other\n", "figure 2 b", "table 3 t",
        "failure 2", "value 0 2", "value 1 3", "cell 3", "output 3 a is 2\n", "claim two at 3.1",
        "figure 4 c", "end", "end",
      ])
  }

  @Test func resultsDoNotDependOnTheNumberOfJobs() async throws {
    let wrong = try Fixture.lesson(Fixture.cells("let x: Int = \"s\""), file: "lessons/wrong.md")
    let slow = try Fixture.lesson(Fixture.cells("sleep(1)\nprint(seed)"), file: "lessons/slow.md")
    let lessons = [slow, lesson, wrong, lesson]
    let alone = try await Fixture.laboratory(jobs: 1).run(lessons)
    let together = try await Fixture.laboratory(jobs: 4).run(lessons)
    #expect(alone == together)
    #expect(alone.map(\.isComplete) == [true, true, false, true])
    #expect(alone[0].records.texts == ["1\n"])
    #expect(alone[1] == alone[3])
  }

  @Test func oneJobRunsOneSessionAtATime() async throws {
    try await Fixture.withFolder { folder in
      let code = """
        func note(_ word: String) {
          let log = fopen("\(folder)/log", "a")
          fputs(word, log)
          fclose(log)
        }
        note("(")
        usleep(50_000)
        note(")")
        """
      let lessons = try (1...3).map { _ in try Fixture.lesson(Fixture.cells(code)) }
      let found = try await Fixture.laboratory(jobs: 1).run(lessons)
      #expect(found.map(\.isComplete) == [true, true, true])
      #expect(try String(contentsOfFile: folder + "/log", encoding: .utf8) == "()()()")
    }
  }

  @Test func twoJobsRunTwoSessionsAtATime() async throws {
    try await Fixture.withFolder { folder in
      let lessons = try [("a", "b"), ("b", "a")].map { mine, other in
        try Fixture.lesson(
          Fixture.cells(
            """
            FileManager.default.createFile(atPath: "\(folder)/\(mine)", contents: nil)
            while !FileManager.default.fileExists(atPath: "\(folder)/\(other)") { usleep(1000) }
            """), setting: "timeout: 60")
      }
      let found = try await Fixture.laboratory(jobs: 2).run(lessons)
      #expect(found.map(\.isComplete) == [true, true])
    }
  }

  @Test func cancellationEndsSessionsAtOnce() async throws {
    try await Fixture.withFolder { folder in
      let mark = folder + "/mark"
      let lesson = try Fixture.lesson(
        Fixture.cells(
          "try \"\".write(toFile: \"\(mark)\", atomically: true, encoding: .utf8)\nwhile true {}"))
      let scratch = folder + "/scratch"
      try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
      let laboratory = try await Fixture.laboratory(scratch: scratch)
      let run = Task { await laboratory.run([lesson]) }
      while !FileManager.default.fileExists(atPath: mark) {
        try await Task.sleep(for: .milliseconds(5))
      }
      run.cancel()
      let found = await run.value
      #expect(found.map(\.faults) == [[.interrupted]])
      #expect(found.map(\.isComplete) == [false])
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == [])
    }
  }

  @Test func aFailingSessionDoesNotStopOthers() async throws {
    let found = try await Fixture.run(
      """
      ```{swift}
      print("before")
      fatalError("here")
      ```
      ```{swift}
      //| session: other
      print("other")
      ```
      ```{swift}
      print("after")
      ```
      """)
    #expect(found.records.texts == ["before\n", "other\n"])
    #expect(found.diagnostics.map(\.description) == ["lessons/t.md:8:1: error: trap: here"])
    #expect(!found.isComplete)
  }

  @Test func aLessonWithoutCellsIsComplete() async throws {
    let found = try await Fixture.run("Prose.")
    #expect(found.records == [])
    #expect(found.diagnostics == [])
    #expect(found.faults == [])
    #expect(found.isComplete)
  }

  @Test func cellsShareAndChangeVariables() async throws {
    let found = try await Fixture.run(
      Fixture.cells(
        "var count = seed\nfunc next() -> Int {\n  count += 1\n  return count\n}",
        "let later = await Task { next() }.value\nfor _ in 0..<2 { print(next(), later) }"),
      setting: "seed: 40")
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["42 41\n43 41\n"])
  }
}

extension Record {
  /// A short description of the record.
  fileprivate var summary: String {
    switch self {
    case .cell(let index, _, _): "cell \(index)"
    case .output(let cell, let text): "output \(cell) \(text)"
    case .value(let index, let text): "value \(index) \(text)"
    case .nothing(let index): "nothing \(index)"
    case .claim(let claim): "claim \(claim.name) at \(claim.place.cell).\(claim.place.line)"
    case .figure(let id, let figure):
      "figure \(id) \(figure.name)" + (figure.caption.map { " \($0)" } ?? "")
    case .table(let id, let table): "table \(id) \(table.name)"
    case .failure(let failure): "failure \(failure.cell)"
    case .progress: "progress"
    case .end: "end"
    }
  }
}
