import ArgumentParser
import Lessons

/// `gradus new`: creates a lesson or a course.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Create a lesson or a course that builds at once.",
    discussion: """
      With a title, creates a lesson and adds it at the end of the list in 'course.yml'. Without one, \
      creates a course in the new folder given by --course.

      Example: gradus new "Weight decay"
      Example: gradus new --course ../integration
      """)

  @Argument(help: "Title of the lesson; without one, a course is created.") var title: String?
  @Option(
    help: "Course directory; for a new course, one that does not exist. (default: lessons)")
  var course: String?

  func validate() throws {
    if title == nil, course == nil {
      throw ValidationError(
        "expected a lesson's title, as in: gradus new \"Weight decay\", or --course DIR for a course"
      )
    }
    if let title, title.contains(where: \.isNewline) || lessonName(of: title).isEmpty {
      throw ValidationError("a title must be one line and contain a letter or a digit")
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
