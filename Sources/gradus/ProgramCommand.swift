import ArgumentParser

/// `gradus program LESSON`.
struct ProgramCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program",
    abstract: "Print the Swift that is made of a lesson's cells.",
    discussion: """
      A lesson whose cells name several sessions has several programs.

      Example: gradus program 04-depth
      """)

  @OptionGroup var course: CourseOptions
  @Argument(help: "The lesson: its file's name, with or without folder and '.md'.")
  var lesson: String

  func run() async throws {
    for source in try programs(of: lesson, in: course.course) { try printOutput(source + "\n") }
  }
}
