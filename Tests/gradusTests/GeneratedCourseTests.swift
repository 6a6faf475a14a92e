import Foundation
import GeneratedCourses
import Testing

/// The generated course of the benchmarks builds without errors.
@Suite struct GeneratedCourseTests {
  @Test func aGeneratedCourseBuilds() throws {
    let project = try TestProject([])
    let course = GeneratedCourse(lessons: 3, programs: 2, seed: 1)
    try course.write(to: project.folder.appending(path: "lessons").path)
    let run = try project.run("build")
    #expect(run.exitCode == 0)
    #expect(run.errors.hasSuffix(" files written\n"))
    #expect(try project.files(in: "output").keys.count { $0.hasSuffix("/decay.csv") } == 3)
    try course.write(to: project.folder.appending(path: "lessons").path, revision: 1)
    #expect(try project.run("build").errors.hasSuffix(" files written\n"))
  }
}
