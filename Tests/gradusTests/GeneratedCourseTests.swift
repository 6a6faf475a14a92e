import Foundation
import GeneratedCourses
import Testing

/// The course that benchmarks build is a good one.
@Suite struct GeneratedCourseTests {
  @Test func aGeneratedCourseBuilds() throws {
    let workshop = try Workshop([])
    let course = GeneratedCourse(lessons: 3, programs: 2, seed: 1)
    try course.write(to: workshop.folder.appending(path: "lessons").path)
    let run = try workshop.run("build")
    #expect(run.exitCode == 0)
    #expect(run.errors.hasSuffix(" files written\n"))
    #expect(try workshop.files(in: "output").keys.count { $0.hasSuffix("/decay.csv") } == 3)
    try course.write(to: workshop.folder.appending(path: "lessons").path, edition: 1)
    #expect(try workshop.run("build").errors.hasSuffix(" files written\n"))
  }
}
