import ArgumentParser

/// `gradus check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile, run and check all lessons, and write nothing.")

  @OptionGroup var course: CourseOptions

  func run() async throws {
    let edition = try await Edition(course)
    guard edition.site != nil else { throw ExitCode(1) }
    printError("\(course.course): all is well")
  }
}
