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
  @Flag(
    help: """
      Print instead the seconds that each session took, as 'times.tsv' in the course's folder holds \
      them: '--shard' balances its shares by that file.
      """)
  var times = false

  func validate() throws {
    if times, !names.lessons.isEmpty {
      throw ValidationError("--times are those of the whole course; name no lessons with it")
    }
  }

  func run() async throws {
    _ = try Course.required(in: course.course)
    var diagnostics: [Diagnostic] = []
    let chosen = try lessons(named: names.lessons, in: course.course)
    let read = Course.read(course.course, diagnostics: &diagnostics)
    let wanted = read?.read(only: chosen, &diagnostics) ?? []
    let cache = CacheFolder(course.cacheFolder)
    if times { return try printTimes(of: wanted, cache, diagnostics) }
    let remote = try course.remoteCache(of: read, &diagnostics)
    let standings = try await orFail { () async throws(Fault) in
      let installation = try await Installation.find(cache: cache)
      return try await Laboratory(installation, cache: cache, remote: remote).standings(of: wanted)
    }
    try printOutput(StandingsReport(standings).text)
    report(remote)
    report(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(1) }
  }

  private func printTimes(
    of lessons: [Lesson], _ cache: CacheFolder, _ diagnostics: [Diagnostic]
  ) throws {
    report(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(1) }
    try printOutput(SessionTimes(ofLastRunsOf: lessons, in: cache).text)
  }
}
