import ArgumentParser
import Laboratory
import Lessons
import Sharing

/// `gradus why`.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say of each session whether it would run, and what made it stale.",
    usage: "gradus why [<lessons> ...] [<options>]",
    discussion: """
      A session is one program: the cells of a lesson, or those that share a 'session'.

      Example: gradus why 04-depth
      """)

  @OptionGroup var names: LessonArguments
  @OptionGroup var course: CourseOptions

  func run() async throws {
    _ = try Course.required(in: course.course)
    var diagnostics: [Diagnostic] = []
    let chosen = try lessons(named: names.lessons, in: course.course)
    let read = Course.read(course.course, diagnostics: &diagnostics)
    let wanted = read?.read(only: chosen, &diagnostics) ?? []
    let remote = try course.remoteCache(of: read, &diagnostics)
    let cache = CacheFolder(course.cacheFolder)
    let standings = try await orFail { () async throws(Fault) in
      let installation = try await Installation.find(cache: cache)
      return try await Laboratory(installation, cache: cache, remote: remote).standings(of: wanted)
    }
    try printOutput(StandingsReport(standings).text)
    report(remote)
    report(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(1) }
  }
}
