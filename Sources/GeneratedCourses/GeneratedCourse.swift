internal import Foundation

/// A course of any number of lessons, for measuring how builds grow.
///
/// Lessons are like the real ones in length and kind, and all follow from the seed. A program takes
/// some tenths of a second to compile, whatever it computes, so lessons may share programs: a build
/// that knows one of them need not run it for the others.
package struct GeneratedCourse: Equatable, Sendable {
  /// How many lessons there are, 20 a part.
  package let lessons: Int
  /// How many different programs they have; with none, lessons have no cells.
  package let programs: Int
  private let seed: Int

  /// A course.
  package init(lessons: Int, programs: Int, seed: Int) {
    self.lessons = lessons
    self.programs = programs
    self.seed = seed
  }

  /// A lesson's text.
  ///
  /// - Parameters:
  ///   - number: The lesson's number, from 1.
  ///   - edition: A number; lessons of two editions differ by a word of prose.
  ///   - experiment: A number; lessons of two experiments differ by a cell.
  /// - Returns: The text, front matter included.
  package func text(ofLesson number: Int, edition: Int = 0, experiment: Int = 0) -> String {
    let program = programs == 0 ? nil : (number - 1) % programs
    return GeneratedLesson(
      number: number, program: program, experiment: experiment, edition: edition,
      seed: seed &* 1_000_003 &+ number
    ).text
  }

  /// What `course.yml` says.
  package var yaml: String {
    let parts = stride(from: 1, through: lessons, by: 20).map { first in
      "  - title: Part \((first + 19) / 20)\n    lessons:\n"
        + (first...min(first + 19, lessons)).map { "      - \(name(ofLesson: $0))\n" }.joined()
    }
    return "title: A generated course\ndescription: Not to be read.\nparts:\n" + parts.joined()
  }

  /// A lesson's name.
  package func name(ofLesson number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-signal"
  }

  /// Writes the course into a folder.
  package func write(to folder: String, edition: Int = 0) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(yaml.utf8).write(to: URL(filePath: "\(folder)/course.yml"))
    for number in 1...lessons { try write(lesson: number, to: folder, edition: edition) }
  }

  /// Writes one of the lessons into a folder.
  package func write(
    lesson number: Int, to folder: String, edition: Int = 0, experiment: Int = 0
  ) throws {
    let text = text(ofLesson: number, edition: edition, experiment: experiment)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name(ofLesson: number)).md"))
  }
}
