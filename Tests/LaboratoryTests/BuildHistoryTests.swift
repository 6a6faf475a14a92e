import Foundation
import Laboratory
import Lessons
import Records
import Testing

struct BuildHistoryTests {
  @Test func theHistoryHasThePublishedAndTheNewestBuild() async throws {
    try await TestCourse.with { course in
      let history = BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
      func build(_ word: String, published: Bool) async throws {
        let lesson = try course.lesson("```{swift}\nlet a = \"\(word)\"\n```\n`{swift} a`")
        try await history.note([lesson], course.run(lesson).results, published: published)
      }
      func values(_ lessons: [BuildHistory.LessonSnapshot]?) -> [String]? {
        lessons?.flatMap(\.records).compactMap {
          if case .value(_, let text) = $0 { text } else { nil }
        }
      }
      func all() -> [[String]?] {
        [values(history.publishedBefore), values(history.published), values(history.newest)]
      }
      #expect(all() == [nil, nil, nil])
      try await build("one", published: true)
      #expect(all() == [nil, ["one"], nil])
      try await build("one", published: false)
      #expect(all() == [nil, ["one"], nil])
      try await build("two", published: false)
      #expect(all() == [nil, ["one"], ["two"]])
      try await build("one", published: false)
      #expect(all() == [nil, ["one"], ["one"]])
      try await build("three", published: true)
      #expect(all() == [["one"], ["three"], nil])
      try await build("three", published: true)
      #expect(all() == [["one"], ["three"], nil])
    }
  }

  @Test func lessonsHaveTheirNamesAndIndices() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(
        """
        ```{swift}
        let a = 1
        ```
        `{swift} a`
        ```{swift}
        //| session: other
        let b = 2
        ```
        `{swift other} b`
        """)
      let history = BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
      let found = try await course.run(lesson).results
      try history.note([lesson], found, published: true)
      let past = try #require(history.published?.first)
      #expect((past.name, past.title) == ("t", "T"))
      let values = past.steps.filter { !$0.isCell }
      #expect(values.map(\.index) == [0, 1])
      #expect(values.map(\.session) == ["", "other"])
      #expect(values.map(\.code) == ["a", "b"])
      #expect(past.steps == lesson.stepsBySession.map(StepSnapshot.init))
      #expect(past.records.contains(.cell(index: 1, outputStart: 0)))
      #expect(past.records.contains(.value(index: 1, text: "2")))
    }
  }

  @Test func aBuildWithAFailedSessionIsNotRecorded() async throws {
    try await TestCourse.with { course in
      let history = BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
      let lesson = try course.lesson(Fixture.cells("fatalError()"))
      try await history.note([lesson], course.run(lesson).results, published: false)
      #expect(history.newest == nil)
    }
  }

  @Test func anUnchangedHistoryIsNotWritten() async throws {
    try await TestCourse.with { course in
      let history = BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
      let lesson = try course.lesson(Fixture.cells("print(1)"))
      let results = try await course.run(lesson).results
      try history.note([lesson], results, published: true)
      let folder = course.folder + "/cache/history"
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)],
        ofItemAtPath: folder + "/" + FileManager.default.contentsOfDirectory(atPath: folder)[0])
      for published in [true, false] {
        try history.note([lesson], results, published: published)
      }
      let file = try folder + "/" + FileManager.default.contentsOfDirectory(atPath: folder)[0]
      let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
      #expect(date == Date(timeIntervalSince1970: 0))
    }
  }

  @Test func evictionSparesTheHistory() async throws {
    try await TestCourse.with { course in
      let history = BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
      var files: [String] = []
      for number in 0..<5 {
        let lesson = try course.lesson(Fixture.cells("print(\(number))"))
        let results = try await course.run(lesson).results
        let new = try #require(try course.runFiles().first { !files.contains($0) })
        files.append(new)
        if number == 0 { try history.note([lesson], results, published: true) }
      }
      for (number, file) in files.enumerated() {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: Double(number))], ofItemAtPath: file)
      }
      let key = try #require(files[1].split(separator: "/").last)
      let cache = RunCache(course.cache)
      cache.trim(keeping: [], limit: 1 << 20)
      #expect(try course.runFiles().count == 5)
      let size = try FileManager.default.attributesOfItem(atPath: files[0])[.size] as? Int ?? 0
      cache.trim(keeping: [String(key)], limit: 3 * size + 100)
      #expect(try Set(course.runFiles()) == [files[0], files[1], files[4]])
      cache.trim(keeping: [], limit: 0)
      #expect(try course.runFiles() == [files[0]])
      #expect(history.published?.count == 1)
    }
  }
}

extension BuildHistory {
  /// Adds the results of a build or check.
  func note(_ lessons: [Lesson], _ results: [RunResult], published: Bool) throws {
    try note(zip(lessons, results).map { LessonRuns($0, $1) }, published: published)
  }
}
