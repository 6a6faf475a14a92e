import Laboratory
import Lessons
import Pages
import Publishing
import Sharing
import Typesetting

/// One build of a course: its lessons are read, run and checked, and its pages are rendered.
struct CourseBuild {
  /// The site; nil if there are errors.
  let site: Site?
  /// All diagnostics, in the order in which they were printed.
  let diagnostics: [Diagnostic]
  /// Whether the build reported nothing, so that an unchanged course need not be built again.
  var isClean: Bool { diagnostics.isEmpty && (remote?.troubles ?? []).isEmpty }
  private let runs: [LessonRuns?]
  private let counts: RunCounts
  private let remote: RemoteCache?
  /// The build history of the course; nil if only a part of the course was built.
  private let history: BuildHistory?

  /// Reads the course, runs its sessions, checks its prose against the results and renders its pages.
  ///
  /// Prints all diagnostics.
  ///
  /// - Parameters:
  ///   - options: The course's folder, its caches and the number of jobs.
  ///   - environment: The machine and the engine.
  ///   - chosen: The lessons to run and check; nil for all. Other lessons only supply what the cache
  ///     knows of them.
  ///   - installed: Pages of the installed site that remain unchanged.
  ///   - runsTwice: Whether every chosen session runs twice and must give the same results.
  ///   - reporter: Prints the diagnostics.
  /// - Throws: An exit code if the machine, not the course, is at fault.
  init(
    _ options: CourseOptions, _ environment: BuildEnvironment, only chosen: Set<String>? = nil,
    keeping installed: [SiteFile] = [], runsTwice: Bool = false,
    reporter: DiagnosticReporter = DiagnosticReporter()
  ) async throws {
    let cache = CacheFolder(options.cacheFolder)
    let typesetter = try await orFail { () throws(MissingPackages) in
      try Typesetter(cache: options.cacheFolder)
    }
    let paths = Course(folder: options.course)
    let contents = FileDigests(of: [paths.file, paths.referencesFile])
    var diagnostics: [Diagnostic] = []
    let course = Course.read(options.course, diagnostics: &diagnostics)
    remote = try options.sharing.remoteCache(of: course, &diagnostics)
    let laboratory = Laboratory(
      environment, cache: cache, usesRunCache: !runsTwice, jobs: options.jobs, remote: remote)
    let courseHistory = BuildHistory(ofCourse: options.course, cache)
    let display = ProgressDisplay(Terminal(isColourless: options.color.noColor))
    let pageCache = await LessonCache(
      in: laboratory, courseFiles: contents, tools: PageBuilder.tools)

    let otherFiles = course?.files(besides: chosen) ?? []
    var renderedSite: Site?
    var runs: [LessonRuns?] = []
    if let course {
      let builder = PageBuilder(
        course: course, laboratory: laboratory, cache: pageCache, typesetter: typesetter,
        compiler: environment.summary, history: courseHistory, chosen: chosen,
        runsTwice: runsTwice, watcher: display.note)
      let result = try await orFail { try await display.show { try await builder.build() } }
      try Task.checkCancellation()
      let handbook = try await orFail { () async throws(Fault) in
        try await result.handbook(of: laboratory, typesetter) { !otherFiles.contains($0) }
      }
      let site = Site(
        result.index, result.lessons, typesetter: typesetter, handbook: handbook,
        retaining: installed.map(Site.File.init))
      diagnostics += result.diagnostics + site.diagnostics
      renderedSite = site
      runs = result.runs
    }
    counts = laboratory.runCounts
    diagnostics.removeAll { otherFiles.contains($0.place.file) }
    self.diagnostics = reporter.adjusted(diagnostics.sorted(by: course?.files ?? []))
    try reporter.report(self.diagnostics)
    site = self.diagnostics.hasErrors ? nil : renderedSite
    self.runs = runs
    history = course != nil && chosen == nil ? courseHistory : nil
  }

  /// Records the results for `gradus diff`, and prints how many sessions were run.
  ///
  /// - Parameter published: Whether the site has been published; nil to record nothing.
  func finish(published: Bool?) {
    var failure = counts.cacheFailure
    do throws(Fault) {
      if let published { try history?.note(runs, published: published) }
    } catch {
      failure = failure ?? error
    }
    report(counts, storageFailure: failure, remote: remote)
  }
}

extension CourseOptions {
  /// The machine and the engine as they are now.
  ///
  /// - Throws: An exit code if something is missing, after printing what.
  func buildEnvironment() async throws -> BuildEnvironment {
    try await orFail { () async throws(Fault) in
      try await BuildEnvironment(in: CacheFolder(cacheFolder))
    }
  }
}

extension BuildEnvironment {
  /// The compiler and the engine's digest, as shown at the foot of each page.
  fileprivate var summary: String {
    "\(installation.compilerVersion) · Gradus \(engineFingerprint)"
  }
}

extension Course {
  /// Reads the chosen lessons, or all of them, in order, leaving out those that cannot be read.
  func read(only chosen: Set<String>? = nil, _ diagnostics: inout [Diagnostic]) -> [Lesson] {
    (lessons + pages).filter { chosen?.contains($0) ?? true }
      .compactMap { Lesson.read(file(of: $0), diagnostics: &diagnostics) }
  }

  /// The files of the lessons that are not chosen; empty if `chosen` is nil, which chooses all.
  fileprivate func files(besides chosen: Set<String>?) -> Set<String> {
    guard let chosen else { return [] }
    return Set((lessons + pages).filter { !chosen.contains($0) }.map(file(of:)))
  }

  /// The course's files in the order in which diagnostics are listed.
  var files: [String] { [file, referencesFile] + (lessons + pages).map(file(of:)) }
}
