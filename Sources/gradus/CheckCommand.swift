import ArgumentParser
import Lessons
import Pages

/// `gradus check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile, run and check all lessons, and write nothing.",
    usage: "gradus check [<lessons> ...] [<options>]",
    discussion: """
      Example: gradus check 04-depth --format github
      """)

  @OptionGroup var names: LessonArguments
  @OptionGroup var course: CourseOptions
  @OptionGroup var report: ReportOptions
  @Flag(help: "List the numbers in prose that nothing computes or checks; run nothing.")
  var numbers = false

  @Flag(help: "Run every session twice, no kept one; a lesson must find the same both times.")
  var twice = false

  func validate() throws {
    if numbers, twice {
      throw ValidationError("--numbers runs nothing and --twice everything: choose one")
    }
  }

  func run() async throws {
    if numbers { return try listNumbers() }
    let reporting = report.reporting
    let chosen = try lessons(
      named: names.lessons, in: course.course, reporting: reporting)
    let edition = try await Edition(
      course, course.premises(), only: chosen, twice: twice, reporting: reporting)
    edition.close(published: false)
    guard edition.site != nil else { throw ExitCode(1) }
    printError("\(course.course): all is well")
  }

  private func listNumbers() throws {
    let reporting = report.reporting
    let chosen = try lessons(named: names.lessons, in: course.course, reporting: reporting)
    var diagnostics: [Diagnostic] = []
    let read = Course.read(course.course, diagnostics: &diagnostics)?.read(
      only: chosen, &diagnostics)
    for (text, place) in (read ?? []).flatMap({ LooseNumbers($0).numbers }) {
      try printOutput("\(place): \(text)\n")
    }
    let judged = reporting.judged(diagnostics)
    try reporting.report(judged)
    if judged.hasErrors { throw ExitCode(1) }
  }
}
