import ArgumentParser
import Lessons

/// `gradus new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a lesson, or a whole course, that builds at once.",
    discussion: """
      With a title, a lesson is made and listed in 'course.yml', after the others. Without one, \
      --course names a new folder, and a course is made there: on any subject, with the same engine.

      Example: gradus new "Weight decay"
      Example: gradus new --course ../integration
      """)

  @Argument(help: "The lesson's title; without one, a course is made.") var title: String?
  @Option(
    help: "The course's folder; for a new course, one that is not there yet. (default: lessons)")
  var course: String?

  func validate() throws {
    if title == nil, course == nil {
      throw ValidationError(
        "name a lesson, as in: gradus new \"Weight decay\", or a folder for a course: --course DIR")
    }
    if let title, title.contains(where: \.isNewline) || lessonName(of: title).isEmpty {
      throw ValidationError("a title is one line and has a letter or a digit")
    }
  }

  func run() throws {
    let folder = course ?? "lessons"
    do throws(NewFile.Refusal) {
      guard let title else { return try NewCourse(folder).make() }
      try NewLesson(title, in: folder).make()
    } catch {
      printError("\(error)")
      throw ExitCode(error.isOfDisk ? 74 : 1)
    }
  }
}
