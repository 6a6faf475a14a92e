import ArgumentParser
import Laboratory
import Pages
import Publishing

/// `gradus build`: builds the course and publishes the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile, run and check all lessons, and write the site.",
    usage: "gradus build [<lessons> ...] [--output <output>] [<options>]",
    discussion: """
      If there are errors, the existing site stays unchanged and the exit code is 1.

      Example: gradus build 04-depth --warnings-as-errors
      """)

  @OptionGroup var names: LessonArguments
  @OptionGroup var course: CourseOptions
  @OptionGroup var report: ReportOptions
  @Option(help: "Output directory of the site.") var output = "output"
  @Option(
    help: ArgumentHelp(
      "Run only the sessions of shard K of N, and write no site.", valueName: "k/n"),
    transform: Shard.read)
  var shard: Shard?

  func validate() throws {
    if shard != nil, !names.lessons.isEmpty {
      throw ValidationError(
        "--shard applies to the whole course and cannot be combined with lesson names")
    }
  }

  func run() async throws {
    try requireKnownVerb(names.lessons, in: course.course)
    let reporter = report.reporter
    if let shard {
      return try await ShardBuild(shard: shard, options: course, reporter: reporter).run()
    }
    let destination = try await orFail { () throws(Refusal) in
      try Destination(
        output, keeping: [("the course", course.course), ("the cache", course.cacheFolder)])
    }
    let chosen = try lessons(
      named: names.lessons, in: course.course, reporter: reporter)
    let installed = chosen == nil ? [] : destination.installedFiles
    guard let installed else {
      printError("error: '\(output)' has no complete site to update")
      printError("help: build the whole course first, with 'gradus build'")
      throw ExitCode(1)
    }
    let environment = try await course.buildEnvironment()
    let lastBuild = LastBuild(
      of: course.course, to: output, with: PageBuilder.tools, in: environment,
      cache: CacheFolder(course.cacheFolder),
      sharing: course.sharing.remoteCacheReadOnly ? nil : course.sharing.remoteCache)
    if lastBuild.isUpToDate, !destination.hasLeftovers {
      return printError("\(output): nothing has changed")
    }
    let courseBuild = try await CourseBuild(
      course, environment, only: chosen,
      keeping: MergedSite.pages(of: installed, except: chosen ?? []), reporter: reporter)
    guard let site = courseBuild.site else {
      courseBuild.finish(published: false)
      throw ExitCode(1)
    }
    let built = site.files.map(SiteFile.init)
    let files = chosen.map { MergedSite(built, of: $0, into: installed).files } ?? built
    let outcome = try await orFail { () throws(Refusal) in
      try SitePublisher(files, to: destination).publish()
    }
    courseBuild.finish(published: true)
    if chosen == nil, courseBuild.isClean { lastBuild.note() }
    if !outcome.isAtomic {
      printError(
        "note: '\(output)' cannot be swapped as a whole; its files were replaced one by one")
    }
    printError("\(output): \(outcome.summary)")
  }
}

extension SiteFile {
  /// A file that was rendered, for publication.
  init(_ file: Site.File) { self.init(path: file.path, content: file.content) }
}

extension Site.File {
  /// A file of the installed site.
  init(_ file: SiteFile) { self.init(file.path, file.content) }
}

extension SitePublisher.Outcome {
  /// How many files were written and removed, on one line.
  fileprivate var summary: String {
    let files = written == 1 ? "file" : "files"
    let parts =
      (written > 0 ? ["\(written) \(files) written"] : [])
      + (removed > 0 ? ["\(removed) removed"] : [])
    return parts.isEmpty ? "nothing has changed" : parts.joined(separator: ", ")
  }
}
