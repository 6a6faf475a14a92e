import ArgumentParser
import Lessons
import Pages

/// `gradus check`: checks the course without writing the site.
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
  @Flag(help: "List numbers in prose that are neither computed nor checked, and run nothing.")
  var numbers = false

  @Flag(help: "Run every session twice, without the cache, and compare the results.")
  var twice = false

  func validate() throws {
    if numbers, twice {
      throw ValidationError("--numbers and --twice cannot be combined")
    }
  }

  func run() async throws {
    if numbers { return try listNumbers() }
    let reporter = report.reporter
    let chosen = try lessons(
      named: names.lessons, in: course.course, reporter: reporter)
    let build = try await CourseBuild(
      course, course.buildEnvironment(), only: chosen, runsTwice: twice, reporter: reporter)
    build.finish(published: false)
    guard build.site != nil else { throw ExitCode(1) }
    printError("\(course.course): no problems found")
  }

  private func listNumbers() throws {
    let reporter = report.reporter
    let chosen = try lessons(named: names.lessons, in: course.course, reporter: reporter)
    var diagnostics: [Diagnostic] = []
    let read = Course.read(course.course, diagnostics: &diagnostics)?.read(
      only: chosen, &diagnostics)
    for (text, place) in (read ?? []).flatMap({ UncheckedNumbers($0).numbers }) {
      try printOutput("\(place): \(text)\n")
    }
    let adjusted = reporter.adjusted(diagnostics)
    try reporter.report(adjusted)
    if adjusted.hasErrors { throw ExitCode(1) }
  }
}
