import Foundation
import Laboratory
import Lessons
import Testing

/// A cached lesson is used until one of its inputs changes.
struct LessonCacheTests {
  static let body =
    "```{swift}\n//| inputs: data/x.csv\nprint(1)\n```\n"
    + "```{swift}\n//| session: other\nprint(2)\n```\n"

  @Test func aRenderedLessonIsCached() async throws {
    try await afterABuild { course, lesson in
      let found = try #require(await course.place(of: lesson)?.lesson)
      #expect(Array(found.content) == Array("made".utf8))
      #expect(found.runs == LessonRuns(lesson, try await course.run(lesson).results[0]))
      let laboratory = course.laboratory()
      await laboratory.reuse([found])
      #expect(laboratory.runCounts.reused == 2 && laboratory.runCounts.saved > 0)
    }
  }

  @Test(arguments: ["lessons/t.md", "lessons/course.yml", "lessons/data/x.csv", "tool"])
  func aChangedFileInvalidatesTheEntry(_ file: String) async throws {
    try await afterABuild { course, lesson in
      try course.write(file, "other")
      #expect(await course.place(of: lesson)?.lesson == nil)
    }
  }

  @Test func otherFlagsInvalidateTheEntry() async throws {
    try await afterABuild { course, lesson in
      var other = course
      // The folder has no file with the flags of the build.
      other.installation.libraries = course.folder + "/any/release"
      let place = await other.place(of: lesson)
      #expect(place != nil && place?.lesson == nil)
    }
  }

  @Test func aMissingOrChangedRunInvalidatesTheEntry() async throws {
    try await afterABuild { course, lesson in
      for file in try course.runFiles() {
        let whole = try Data(contentsOf: URL(filePath: file))
        let sealed = ChecksummedFile(path: file, kind: "run-2")
        let content = try #require(sealed.read())
        try sealed.write(content + Data("\n".utf8))
        #expect(await course.place(of: lesson)?.lesson == nil)
        try Data(whole.dropLast()).write(to: URL(filePath: file))
        #expect(await course.place(of: lesson)?.lesson == nil)
        try FileManager.default.removeItem(atPath: file)
        #expect(await course.place(of: lesson)?.lesson == nil)
        try whole.write(to: URL(filePath: file))
        #expect(await course.place(of: lesson)?.lesson != nil)
      }
    }
  }

  /// `gradus why` compares with the last run, which must be that of the entry.
  @Test func aLaterRunInvalidatesTheEntry() async throws {
    try await afterABuild { course, lesson in
      let text = try String(contentsOfFile: lesson.file, encoding: .utf8)
      _ = try await course.run(course.lesson(Self.body.replacing("print(1)", with: "print(3)")))
      try course.write("lessons/t.md", text)
      #expect(await course.place(of: lesson)?.lesson == nil)
    }
  }

  @Test func damagedAndForeignEntriesAreIgnored() async throws {
    try await afterABuild { course, lesson in
      let file = try course.lessonFile()
      let whole = try Data(contentsOf: file)
      for damaged in [Data(), whole.dropLast(), whole.prefix(100), whole + [10], Data("x".utf8)] {
        try Data(damaged).write(to: file)
        #expect(await course.place(of: lesson)?.lesson == nil)
      }
      let sealed = ChecksummedFile(path: file.path, kind: "lesson-1")
      try sealed.write(Data("{}\n".utf8))
      #expect(await course.place(of: lesson)?.lesson == nil)
    }
  }

  @Test(arguments: ["lessons/t.md", "lessons/course.yml"])
  func aFileThatChangedMeanwhilePreventsStoring(_ file: String) async throws {
    try await TestCourse.with { course in
      let lesson = try await course.writeLesson()
      let place = await course.place(of: lesson)
      let runs = try #require(LessonRuns(lesson, try await course.run(lesson).results[0]))
      let before = try String(contentsOfFile: "\(course.folder)/\(file)", encoding: .utf8)
      try course.write(file, "other")
      await course.place(of: lesson)?.store([], from: runs)
      let other = try course.lessonFile()
      try FileManager.default.removeItem(at: other)
      place?.store([], from: runs)
      #expect(!FileManager.default.fileExists(atPath: other.path))
      try course.write(file, before)
      place?.store([], from: runs)
      #expect(FileManager.default.fileExists(atPath: other.path))
    }
  }

  @Test func withoutCachedRunsLessonsAreNotCached() async throws {
    try await afterABuild { course, lesson in
      let laboratory = Laboratory(course.installation, cache: course.cache, usesRunCache: false)
      #expect(
        await LessonCache(in: laboratory, courseFiles: FileDigests(of: []), tools: [])
          .slot(forLessonIn: lesson.file) == nil)
    }
  }

  @Test func lessonsAreEvictedLikeRuns() async throws {
    try await afterABuild { course, _ in
      let file = try course.lessonFile()
      for (number, path) in try ([file.path] + course.runFiles()).enumerated() {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: Double(number))], ofItemAtPath: path)
      }
      let size = try ([file.path] + course.runFiles()).reduce(0) {
        try $0 + (FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0)
      }
      RunCache(course.cache).trim(keeping: [], limit: size)
      #expect(FileManager.default.fileExists(atPath: file.path))
      RunCache(course.cache).trim(keeping: [], limit: size - 1)
      #expect(!FileManager.default.fileExists(atPath: file.path))
      #expect(try course.runFiles().count == 2)
    }
  }

  /// Calls `work` with a cache that has an entry for a lesson of two sessions.
  private func afterABuild(_ work: (TestCourse, Lesson) async throws -> Void) async throws {
    try await TestCourse.with { course in
      let lesson = try await course.writeLesson()
      let runs = try #require(LessonRuns(lesson, try await course.run(lesson).results[0]))
      // Only now are the last runs known.
      await course.place(of: lesson)?.store(Array("made".utf8), from: runs)
      try await work(course, lesson)
    }
  }
}

extension TestCourse {
  fileprivate func writeLesson() async throws -> Lesson {
    try write("lessons/course.yml", "title: T")
    try write("lessons/data/x.csv", "1")
    try write("tool", "")
    return try lesson(LessonCacheTests.body)
  }

  fileprivate func place(of lesson: Lesson) async -> LessonCache.Slot? {
    await LessonCache(
      in: laboratory(), courseFiles: FileDigests(of: [folder + "/lessons/course.yml"]),
      tools: [folder + "/tool"]
    ).slot(forLessonIn: lesson.file)
  }

  /// The file of the only cached lesson.
  fileprivate func lessonFile() throws -> URL {
    let lessons = URL(filePath: folder + "/cache/lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: lessons.path)
    return lessons.appending(path: try #require(names.first))
  }
}
