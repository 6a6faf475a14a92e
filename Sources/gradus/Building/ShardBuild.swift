import ArgumentParser
import Laboratory
import Lessons

/// `gradus build --shard K/N`: runs one shard of the course's sessions and writes no site.
struct ShardBuild {
  /// The shard to run.
  let shard: Shard
  /// The course's folder, its caches and the number of jobs.
  let options: CourseOptions
  /// Prints the diagnostics.
  let reporter: DiagnosticReporter

  /// Runs the stale sessions of the shard, and prints their diagnostics.
  ///
  /// Prose is only checked when the site is built, since that needs the results of all sessions.
  ///
  /// - Throws: An exit code if there are errors.
  func run() async throws {
    var diagnostics: [Diagnostic] = []
    let course = Course.read(options.course, diagnostics: &diagnostics)
    let lessons = course?.read(&diagnostics) ?? []
    let times = SessionTimes(ofCourse: options.course, &diagnostics)
    let cache = CacheFolder(options.cacheFolder)
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: cache)
    }
    let remote = try options.sharing.remoteCache(of: course, &diagnostics)
    let laboratory = Laboratory(installation, cache: cache, jobs: options.jobs, remote: remote)
    let display = ProgressDisplay(Terminal(isColourless: options.color.noColor))
    let findings = await display.show {
      await laboratory.run(shard, of: lessons, by: times, watcher: display.note)
    }
    if let fault = findings.flatMap(\.faults).first { throw exit(for: fault) }
    try Task.checkCancellation()
    diagnostics += findings.flatMap(\.diagnostics)
    let adjusted = reporter.adjusted(diagnostics.sorted(by: course?.files ?? []))
    try reporter.report(adjusted)
    report(laboratory.runCounts, storageFailure: laboratory.runCounts.cacheFailure, remote: remote)
    guard !adjusted.hasErrors else { throw ExitCode(1) }
    printError(summary(laboratory.runCounts, of: lessons.flatMap(\.sessions).count))
  }

  private func summary(_ counts: RunCounts, of total: Int) -> String {
    "shard \(shard): \(counts.ran + counts.reused) of \(total) sessions done; no site written"
  }
}

extension Shard {
  /// Parses the argument `K/N`.
  ///
  /// - Throws: A validation error if it has another form.
  static func read(_ argument: String) throws -> Shard {
    guard let shard = Shard(argument) else {
      throw ValidationError("expected K/N with K from 1 to N, such as 2/4")
    }
    return shard
  }
}
