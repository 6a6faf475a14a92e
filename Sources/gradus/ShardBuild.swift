import ArgumentParser
import Laboratory
import Lessons

/// `gradus build --shard K/N`: runs a share of the course's sessions and writes no site.
struct ShardBuild {
  /// Which share.
  let shard: Shard
  /// Where the course is, and what is kept of it.
  let options: CourseOptions
  /// How what is wrong is told.
  let reporting: Reporting

  /// Runs the sessions of the share that are stale, and says what is wrong with them.
  ///
  /// Prose is held against what they found when the site is built, since that takes all of them.
  ///
  /// - Throws: An exit code where something is wrong.
  func run() async throws {
    var diagnostics: [Diagnostic] = []
    let course = Course.read(options.course, diagnostics: &diagnostics)
    let lessons = course?.read(&diagnostics) ?? []
    let times = SessionTimes(ofCourse: options.course, &diagnostics)
    let cache = CacheFolder(options.cacheFolder)
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: cache)
    }
    let remote = try options.remoteCache(of: course, &diagnostics)
    let laboratory = Laboratory(installation, cache: cache, jobs: options.jobs, remote: remote)
    let display = Display(Terminal(isColourless: options.noColor))
    let findings = await display.show {
      await laboratory.run(shard, of: lessons, by: times, watcher: display.note)
    }
    if let fault = findings.flatMap(\.faults).first { throw exit(for: fault) }
    try Task.checkCancellation()
    diagnostics += findings.flatMap(\.diagnostics)
    let judged = reporting.judged(diagnostics.sorted(by: course?.files ?? []))
    try reporting.report(judged)
    report(laboratory.tally, obstacle: laboratory.tally.obstacle, remote)
    guard !judged.hasErrors else { throw ExitCode(1) }
    printError(words(laboratory.tally, of: lessons.flatMap(\.sessions).count))
  }

  private func words(_ tally: Tally, of all: Int) -> String {
    "shard \(shard): \(tally.ran + tally.reused) of \(all) sessions are done; no site is written"
  }
}

extension Shard {
  /// Reads the argument `K/N`.
  ///
  /// - Throws: How it is written.
  static func read(_ argument: String) throws -> Shard {
    guard let shard = Shard(argument) else {
      throw ValidationError("a share is written K/N, such as 2/4, with K from 1 to N")
    }
    return shard
  }
}
