import Foundation
import Laboratory
import Lessons
import Testing

/// What was made of a lesson is used again only while all that it was made of is the same.
struct KeptLessonsTests {
  static let body =
    "```{swift}\n//| inputs: data/x.csv\nprint(1)\n```\n"
    + "```{swift}\n//| session: other\nprint(2)\n```\n"

  @Test func whatWasMadeOfALessonIsThereAgain() async throws {
    try await afterABuild { kept, lesson in
      let found = try #require(await kept.place(of: lesson)?.lesson)
      #expect(Array(found.content) == Array("made".utf8))
      #expect(found.runs == LessonRuns(lesson, try await kept.run(lesson).results[0]))
      let laboratory = kept.laboratory()
      await laboratory.reuse([found])
      #expect(laboratory.tally.reused == 2 && laboratory.tally.saved > 0)
    }
  }

  @Test(arguments: ["lessons/t.md", "lessons/course.yml", "lessons/data/x.csv", "tool"])
  func aFileThatIsOtherIsAReason(_ file: String) async throws {
    try await afterABuild { kept, lesson in
      try kept.write(file, "other")
      #expect(await kept.place(of: lesson)?.lesson == nil)
    }
  }

  @Test func otherSurroundingsAreAReason() async throws {
    try await afterABuild { kept, lesson in
      var other = kept
      // There stands no note of the flags with which it was built.
      other.installation.libraries = kept.folder + "/any/release"
      let place = await other.place(of: lesson)
      #expect(place != nil && place?.lesson == nil)
    }
  }

  @Test func aRunThatIsLostOrOtherIsAReason() async throws {
    try await afterABuild { kept, lesson in
      for file in try kept.runFiles() {
        let whole = try Data(contentsOf: URL(filePath: file))
        let sealed = ChecksummedFile(path: file, kind: "run-1")
        let content = try #require(sealed.read())
        try sealed.write(content + Data("\n".utf8))
        #expect(await kept.place(of: lesson)?.lesson == nil)
        try Data(whole.dropLast()).write(to: URL(filePath: file))
        #expect(await kept.place(of: lesson)?.lesson == nil)
        try FileManager.default.removeItem(atPath: file)
        #expect(await kept.place(of: lesson)?.lesson == nil)
        try whole.write(to: URL(filePath: file))
        #expect(await kept.place(of: lesson)?.lesson != nil)
      }
    }
  }

  /// `gradus why` compares with the last run, which must be the one that is told of.
  @Test func aLessonThatRanSinceIsAReason() async throws {
    try await afterABuild { kept, lesson in
      let text = try String(contentsOfFile: lesson.file, encoding: .utf8)
      _ = try await kept.run(kept.lesson(Self.body.replacing("print(1)", with: "print(3)")))
      try kept.write("lessons/t.md", text)
      #expect(await kept.place(of: lesson)?.lesson == nil)
    }
  }

  @Test func whatIsDamagedOrForeignIsNone() async throws {
    try await afterABuild { kept, lesson in
      let file = try kept.lessonFile()
      let whole = try Data(contentsOf: file)
      for damaged in [Data(), whole.dropLast(), whole.prefix(100), whole + [10], Data("x".utf8)] {
        try Data(damaged).write(to: file)
        #expect(await kept.place(of: lesson)?.lesson == nil)
      }
      let sealed = ChecksummedFile(path: file.path, kind: "lesson-1")
      try sealed.write(Data("{}\n".utf8))
      #expect(await kept.place(of: lesson)?.lesson == nil)
    }
  }

  @Test(arguments: ["lessons/t.md", "lessons/course.yml"])
  func whatChangedWhileALessonWasMadeKeepsNothing(_ file: String) async throws {
    try await Kept.with { kept in
      let lesson = try await kept.course()
      let place = await kept.place(of: lesson)
      let runs = try #require(LessonRuns(lesson, try await kept.run(lesson).results[0]))
      let before = try String(contentsOfFile: "\(kept.folder)/\(file)", encoding: .utf8)
      try kept.write(file, "other")
      await kept.place(of: lesson)?.keep([], madeOf: runs)
      let other = try kept.lessonFile()
      try FileManager.default.removeItem(at: other)
      place?.keep([], madeOf: runs)
      #expect(!FileManager.default.fileExists(atPath: other.path))
      try kept.write(file, before)
      place?.keep([], madeOf: runs)
      #expect(FileManager.default.fileExists(atPath: other.path))
    }
  }

  @Test func withoutKeptRunsNothingIsKept() async throws {
    try await afterABuild { kept, lesson in
      let laboratory = Laboratory(kept.installation, cache: kept.cache, keepsRuns: false)
      #expect(
        await KeptLessons(in: laboratory, ofCourseWith: Contents(of: []), tools: [])
          .place(ofLessonIn: lesson.file) == nil)
    }
  }

  @Test func lessonsAreThrownOutLikeRuns() async throws {
    try await afterABuild { kept, _ in
      let file = try kept.lessonFile()
      for (number, path) in try ([file.path] + kept.runFiles()).enumerated() {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: Double(number))], ofItemAtPath: path)
      }
      let size = try ([file.path] + kept.runFiles()).reduce(0) {
        try $0 + (FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0)
      }
      RunCache(kept.cache).trim(keeping: [], limit: size)
      #expect(FileManager.default.fileExists(atPath: file.path))
      RunCache(kept.cache).trim(keeping: [], limit: size - 1)
      #expect(!FileManager.default.fileExists(atPath: file.path))
      #expect(try kept.runFiles().count == 2)
    }
  }

  /// Gives `work` a cache in which something was made of a lesson of two sessions.
  private func afterABuild(_ work: (Kept, Lesson) async throws -> Void) async throws {
    try await Kept.with { kept in
      let lesson = try await kept.course()
      let runs = try #require(LessonRuns(lesson, try await kept.run(lesson).results[0]))
      // Only now is known which runs were the last.
      await kept.place(of: lesson)?.keep(Array("made".utf8), madeOf: runs)
      try await work(kept, lesson)
    }
  }
}

extension Kept {
  fileprivate func course() async throws -> Lesson {
    try write("lessons/course.yml", "title: T")
    try write("lessons/data/x.csv", "1")
    try write("tool", "")
    return try lesson(KeptLessonsTests.body)
  }

  fileprivate func place(of lesson: Lesson) async -> KeptLessons.Place? {
    await KeptLessons(
      in: laboratory(), ofCourseWith: Contents(of: [folder + "/lessons/course.yml"]),
      tools: [folder + "/tool"]
    ).place(ofLessonIn: lesson.file)
  }

  /// The file in which the only lesson is kept.
  fileprivate func lessonFile() throws -> URL {
    let lessons = URL(filePath: folder + "/cache/lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: lessons.path)
    return lessons.appending(path: try #require(names.first))
  }
}
