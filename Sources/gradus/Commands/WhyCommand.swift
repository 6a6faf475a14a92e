import ArgumentParser
import Laboratory
import Lessons
import Sharing

/// `gradus why`: shows which sessions are stale, and why.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show whether each session is up to date, and why.",
    usage: "gradus why [<lessons> ...] [<options>]",
    discussion: """
      A session is one program: all cells of a lesson, or those with the same 'session' option.

      Example: gradus why 04-depth
      """)

  @OptionGroup var names: LessonArguments
  @OptionGroup var course: CacheOptions
  @OptionGroup var sharing: RemoteCacheOptions
  @Flag(
    help: """
      Print the duration of each session in the format of 'times.tsv' in the course directory, by \
      which '--shard' balances the shards.
      """)
  var times = false

  func validate() throws {
    if times, !names.lessons.isEmpty {
      throw ValidationError(
        "--times applies to the whole course and cannot be combined with lesson names")
    }
  }

  func run() async throws {
    _ = try Course.required(in: course.course)
    var diagnostics: [Diagnostic] = []
    let chosen = try lessons(named: names.lessons, in: course.course)
    let read = Course.read(course.course, diagnostics: &diagnostics)
    let selected = read?.read(only: chosen, &diagnostics) ?? []
    let cache = CacheFolder(course.cacheFolder)
    if times { return try printTimes(of: selected, cache, diagnostics: diagnostics) }
    let remote = try sharing.remoteCache(of: read, &diagnostics)
    let sessions = try await orFail { () async throws(Fault) in
      let installation = try await Installation.find(cache: cache)
      return try await Laboratory(installation, cache: cache, remote: remote)
        .freshness(of: selected)
    }
    try printOutput(FreshnessReport(sessions).text)
    report(remote)
    report(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(1) }
  }

  private func printTimes(
    of lessons: [Lesson], _ cache: CacheFolder, diagnostics: [Diagnostic]
  ) throws {
    report(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(1) }
    try printOutput(SessionTimes(ofLastRunsOf: lessons, in: cache).text)
  }
}
