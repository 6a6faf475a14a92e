import Laboratory
import Lessons
import Pages
import Publishing
import Sharing
import Typesetting

/// A course on its way from lessons to a site, stage by stage.
struct Edition {
  /// The site; nil where something is wrong.
  let site: Site?
  /// What is wrong with it, in the order in which it was printed.
  let diagnostics: [Diagnostic]
  /// Whether there is nothing that the next build would have to say again.
  var saidNothing: Bool { diagnostics.isEmpty && (remote?.troubles ?? []).isEmpty }
  private let runs: [LessonRuns?]
  private let tally: Tally
  private let remote: RemoteCache?
  /// What remembers the builds of the course; nil where this was not all of it.
  private let history: History?

  /// Reads the course, runs its experiments, holds its prose against them and makes its pages.
  ///
  /// All that is wrong is printed.
  ///
  /// - Parameters:
  ///   - options: Where the course is, and what is kept of it.
  ///   - premises: The machine and the engine.
  ///   - chosen: The lessons to run and check; nil for all. Of others only what is known is used.
  ///   - standing: Pages of the standing site that stay, whatever is made.
  ///   - twice: Whether every session that is chosen runs twice, and must find the same.
  ///   - reporting: How what is wrong is told.
  /// - Throws: An exit code where not the course but the machine is to blame.
  init(
    _ options: CourseOptions, _ premises: Premises, only chosen: Set<String>? = nil,
    beside standing: [SiteFile] = [], twice: Bool = false, reporting: Reporting = Reporting()
  ) async throws {
    let cache = CacheFolder(options.cacheFolder)
    let typesetter = try await orFail { () throws(MissingPackages) in
      try Typesetter(cache: options.cacheFolder)
    }
    let place = Course(folder: options.course)
    let contents = Contents(of: [place.file, place.worksFile])
    var diagnostics: [Diagnostic] = []
    let course = Course.read(options.course, diagnostics: &diagnostics)
    remote = try options.remoteCache(of: course, &diagnostics)
    let laboratory = Laboratory(
      premises, cache: cache, keepsRuns: !twice, jobs: options.jobs, remote: remote)
    let past = History(ofCourse: options.course, cache)
    let display = Display(Terminal(isColourless: options.noColor))
    let kept = await KeptLessons(in: laboratory, ofCourseWith: contents, tools: Press.tools)

    let others = course?.files(besides: chosen) ?? []
    var made: Site?
    var runs: [LessonRuns?] = []
    if let course {
      let press = Press(
        course: course, laboratory: laboratory, kept: kept, typesetter: typesetter,
        compiler: premises.words, history: past, chosen: chosen, runsTwice: twice,
        watcher: display.note)
      let sheets = try await orFail { try await display.show { try await press.print() } }
      try Task.checkCancellation()
      let handbook = try await orFail { () async throws(Fault) in
        try await sheets.handbook(of: laboratory, typesetter) { !others.contains($0) }
      }
      let site = Site(
        sheets.index, sheets.leaves, typesetter: typesetter, handbook: handbook,
        beside: standing.map(Site.File.init))
      diagnostics += sheets.diagnostics + site.diagnostics
      (made, runs) = (site, sheets.runs)
    }
    tally = laboratory.tally
    diagnostics.removeAll { others.contains($0.place.file) }
    self.diagnostics = reporting.judged(diagnostics.sorted(by: course?.files ?? []))
    try reporting.report(self.diagnostics)
    site = self.diagnostics.hasErrors ? nil : made
    self.runs = runs
    history = course != nil && chosen == nil ? past : nil
  }

  /// Notes what was found, for `gradus diff`, and prints how much was run.
  ///
  /// - Parameter published: Whether the site stands now; nil where nothing is to be noted.
  func close(published: Bool?) {
    var obstacle = tally.obstacle
    do throws(Fault) {
      if let published { try history?.note(runs, published: published) }
    } catch {
      obstacle = obstacle ?? error
    }
    report(tally, obstacle: obstacle, remote)
  }
}

extension CourseOptions {
  /// The machine and the engine as they are now.
  ///
  /// - Throws: An exit code where something is missing, which is said.
  func premises() async throws -> Premises {
    try await orFail { () async throws(Fault) in try await Premises(in: CacheFolder(cacheFolder)) }
  }
}

extension Premises {
  /// What makes a page, for its foot.
  fileprivate var words: String {
    "\(installation.compilerVersion) · Gradus \(engineFingerprint)"
  }
}

extension Course {
  /// The lessons that can be read, in order: those that are chosen, or all of them.
  func read(only chosen: Set<String>? = nil, _ diagnostics: inout [Diagnostic]) -> [Lesson] {
    (lessons + pages).filter { chosen?.contains($0) ?? true }
      .compactMap { Lesson.read(file(of: $0), diagnostics: &diagnostics) }
  }

  /// The files of the lessons that are not chosen; nil chooses all.
  fileprivate func files(besides chosen: Set<String>?) -> Set<String> {
    guard let chosen else { return [] }
    return Set((lessons + pages).filter { !chosen.contains($0) }.map(file(of:)))
  }

  /// The course's files in the order in which problems are listed.
  var files: [String] { [file, worksFile] + (lessons + pages).map(file(of:)) }
}
