internal import Foundation

/// A generated course of any number of lessons, for measuring how build times grow.
///
/// Lessons are similar to real ones in length and content, and are determined by the seed. Every program
/// takes some tenths of a second to compile, so lessons can share programs: a build runs a shared program
/// once.
package struct GeneratedCourse: Equatable, Sendable {
  /// The number of lessons, in parts of 20.
  package let lessons: Int
  /// The number of different programs; with 0, lessons have no cells.
  package let programs: Int
  private let seed: Int

  /// Creates a course.
  package init(lessons: Int, programs: Int, seed: Int) {
    self.lessons = lessons
    self.programs = programs
    self.seed = seed
  }

  /// The text of a lesson.
  ///
  /// - Parameters:
  ///   - number: The lesson's number, from 1.
  ///   - revision: A number; lessons with different revisions differ in a word of prose.
  ///   - experiment: A number; lessons with different experiments differ in a cell.
  /// - Returns: The text, including the front matter.
  package func text(ofLesson number: Int, revision: Int = 0, experiment: Int = 0) -> String {
    let program = programs == 0 ? nil : (number - 1) % programs
    return GeneratedLesson(
      number: number, program: program, experiment: experiment, revision: revision,
      seed: seed &* 1_000_003 &+ number
    ).text
  }

  /// The content of `course.yml`.
  package var yaml: String {
    let parts = stride(from: 1, through: lessons, by: 20).map { first in
      "  - title: Part \((first + 19) / 20)\n    lessons:\n"
        + (first...min(first + 19, lessons)).map { "      - \(name(ofLesson: $0))\n" }.joined()
    }
    return "title: A generated course\ndescription: Not to be read.\nparts:\n" + parts.joined()
  }

  /// The name of a lesson, its file name without extension.
  package func name(ofLesson number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-signal"
  }

  /// Writes the course into a folder, which it creates if needed.
  ///
  /// Throws the file system's errors.
  package func write(to folder: String, revision: Int = 0) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(yaml.utf8).write(to: URL(filePath: "\(folder)/course.yml"))
    for number in 1...lessons { try write(lesson: number, to: folder, revision: revision) }
  }

  /// Writes one lesson into a folder.
  ///
  /// Throws the file system's errors.
  package func write(
    lesson number: Int, to folder: String, revision: Int = 0, experiment: Int = 0
  ) throws {
    let text = text(ofLesson: number, revision: revision, experiment: experiment)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name(ofLesson: number)).md"))
  }
}
