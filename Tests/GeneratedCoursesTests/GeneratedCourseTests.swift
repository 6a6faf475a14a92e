import GeneratedCourses
import Laboratory
import Lessons
import TestSupport
import Testing

@Suite struct GeneratedCourseTests {
  private func lesson(_ text: String) throws -> Lesson {
    var diagnostics: [Diagnostic] = []
    let lesson = Lesson.parse(text, file: "lesson.md", diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return try #require(lesson)
  }

  private func program(_ text: String) throws -> String {
    Program(try lesson(text)).sourceWithoutLocations
  }

  @Test func theSeedDeterminesTheCourse() {
    func texts(seed: Int) -> [String] {
      let course = GeneratedCourse(lessons: 12, programs: 4, seed: seed)
      return (1...12).map { course.text(ofLesson: $0) }
    }
    #expect(texts(seed: 1) == texts(seed: 1))
    #expect(zip(texts(seed: 1), texts(seed: 2)).allSatisfy { $0 != $1 })
    #expect(Set(texts(seed: 1)).count == 12)
  }

  @Test func partsHaveTwentyLessons() throws {
    let course = GeneratedCourse(lessons: 45, programs: 0, seed: 1)
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try course.write(to: folder.path)
    var diagnostics: [Diagnostic] = []
    let read = try #require(Course.read(folder.path, diagnostics: &diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(read.parts.map(\.lessons.count) == [20, 20, 5])
    #expect(read.lessons == (1...45).map(course.name))
  }

  @Test func lessonsShareTheGivenNumberOfPrograms() throws {
    let course = GeneratedCourse(lessons: 12, programs: 4, seed: 1)
    let programs = try (1...12).map { try program(course.text(ofLesson: $0)) }
    #expect(Set(programs).count == 4)
    let silent = GeneratedCourse(lessons: 12, programs: 0, seed: 1)
    #expect(try lesson(silent.text(ofLesson: 3)).sessions.isEmpty)
  }

  @Test func revisionsChangeProseAndExperimentsChangePrograms() throws {
    let course = GeneratedCourse(lessons: 12, programs: 4, seed: 1)
    for number in 1...12 {
      let (old, new) = (course.text(ofLesson: number), course.text(ofLesson: number, revision: 1))
      #expect(old != new)
      #expect(try program(old) == program(new))
      #expect(try program(old) != program(course.text(ofLesson: number, experiment: 1)))
    }
  }

  @Test func lessonsResembleRealOnes() throws {
    let lesson = try lesson(GeneratedCourse(lessons: 1, programs: 1, seed: 1).text(ofLesson: 1))
    #expect(lesson.cells.count == 2)
    #expect(lesson.footnotes.count == 8)
    #expect(lesson.body.count > 40)
  }
}
