import ArgumentParser
import Laboratory
import Pages
import Publishing

/// `gradus build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile, run and check all lessons, and write the site.",
    usage: "gradus build [<lessons> ...] [--output <output>] [<options>]",
    discussion: """
      If anything is wrong, the site that stands stays as it is and the exit code is 1.

      Example: gradus build 04-depth --warnings-as-errors
      """)

  @OptionGroup var names: LessonArguments
  @OptionGroup var course: CourseOptions
  @OptionGroup var report: ReportOptions
  @Option(help: "The site's folder.") var output = "output"
  @Option(
    help: ArgumentHelp(
      "Run only the K-th of N shares of all sessions, and write no site.", valueName: "k/n"),
    transform: Shard.read)
  var shard: Shard?

  func validate() throws {
    if shard != nil, !names.lessons.isEmpty {
      throw ValidationError("--shard shares out the whole course; name no lessons with it")
    }
  }

  func run() async throws {
    let reporting = report.reporting
    if let shard {
      return try await ShardBuild(shard: shard, options: course, reporting: reporting).run()
    }
    let destination = try await orFail { () throws(Refusal) in
      try Destination(
        output, keeping: [("the course", course.course), ("the cache", course.cacheFolder)])
    }
    let chosen = try lessons(
      named: names.lessons, in: course.course, reporting: reporting)
    let standing = chosen == nil ? [] : destination.standingFiles
    guard let standing else {
      printError("error: '\(output)' holds no whole site in which some lessons could be made anew")
      printError("help: build the whole course first, with 'gradus build'")
      throw ExitCode(1)
    }
    let premises = try await course.premises()
    let build = LastBuild(
      of: course.course, to: output, with: Press.tools, premises, CacheFolder(course.cacheFolder),
      sharing: course.remoteCacheReadOnly ? nil : course.remoteCache)
    if build.stands, !destination.hasLeftovers {
      return printError("\(output): nothing has changed")
    }
    let edition = try await Edition(
      course, premises, only: chosen,
      beside: PartialSite.pages(of: standing, except: chosen ?? []), reporting: reporting)
    guard let site = edition.site else {
      edition.close(published: false)
      throw ExitCode(1)
    }
    let made = site.files.map(SiteFile.init)
    let files = chosen.map { PartialSite(made, of: $0, in: standing).files } ?? made
    let outcome = try await orFail { () throws(Refusal) in
      try Publication(files, to: destination).publish()
    }
    edition.close(published: true)
    if chosen == nil, edition.saidNothing { build.note() }
    if !outcome.isWhole {
      printError("note: '\(output)' cannot be exchanged; its files were replaced one by one")
    }
    printError("\(output): \(outcome.words)")
  }
}

extension SiteFile {
  /// A file that was made, to be put in its place.
  init(_ file: Site.File) { self.init(path: file.path, content: file.content) }
}

extension Site.File {
  /// A file that stands.
  init(_ file: SiteFile) { self.init(file.path, file.content) }
}

extension Publication.Outcome {
  /// What has changed, in words.
  fileprivate var words: String {
    let files = written == 1 ? "file" : "files"
    let parts =
      (written > 0 ? ["\(written) \(files) written"] : [])
      + (removed > 0 ? ["\(removed) removed"] : [])
    return parts.isEmpty ? "nothing has changed" : parts.joined(separator: ", ")
  }
}
