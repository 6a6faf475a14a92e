import ArgumentParser
import Laboratory
import Lessons

/// `gradus program LESSON`: prints the Swift programs of a lesson.
struct ProgramCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program",
    abstract: "Print the Swift programs generated from a lesson.",
    usage: "gradus program <lesson> [<options>]",
    discussion: """
      Prints one program for each session of the lesson.

      Example: gradus program 04-depth
      """)

  @OptionGroup var options: CourseOption
  @Argument(help: "The lesson, given by file name, with or without folder and '.md'.")
  var lesson: String

  func run() async throws {
    guard let name = try lessons(named: [lesson], in: options.course)?.first else { return }
    var diagnostics: [Diagnostic] = []
    let file = Course(folder: options.course).file(of: name)
    let read = Lesson.read(file, diagnostics: &diagnostics)
    report(diagnostics)
    guard let read, !diagnostics.hasErrors else { throw ExitCode(1) }
    for session in read.sessions {
      try printOutput(Program(read, session: session).source + "\n")
    }
  }
}
