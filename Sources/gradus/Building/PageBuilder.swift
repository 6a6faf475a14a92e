import Foundation
import Laboratory
import Lessons
import Pages
import Typesetting

/// The rendered lessons of a course, with their runs and diagnostics.
struct BuildResult {
  /// The index of all pages, labels and headings of the course.
  var index: SiteIndex
  /// The rendered lessons, in order; lessons that cannot be read are missing.
  var lessons: [RenderedLesson]
  /// The diagnostics of lessons that cannot be read.
  var diagnostics: [Diagnostic]
  /// The runs of each lesson, in order; nil if one of its sessions has none.
  var runs: [LessonRuns?]
}

/// Renders the lessons that changed, or that show something that changed in other lessons.
///
/// All others come from the page cache; those lessons are not even read.
struct PageBuilder {
  /// The files of this program and of the packages that it typesets with.
  static let tools = ["/proc/self/exe"] + Typesetter.packagePaths

  let course: Course
  let laboratory: Laboratory
  /// The cache of rendered lessons.
  let cache: LessonCache
  let typesetter: Typesetter
  let compiler: String
  /// The build history of the course.
  let history: BuildHistory
  /// The lessons to run and check, nil for all; for others only cached results are used.
  let chosen: Set<String>?
  /// Whether every chosen session runs twice and must give the same results.
  let runsTwice: Bool
  let watcher: @Sendable (RunEvent) -> Void

  /// Renders all lessons, or takes them from the page cache.
  ///
  /// - Throws: A failure that prevented a session from running and is not the lesson's fault.
  func build() async throws(Fault) -> BuildResult {
    var lessons = await onAllCores(course.lessons + course.pages) { [course, cache] in
      LessonState($0, cache.slot(forLessonIn: course.file(of: $0)))
    }
    var index: SiteIndex
    repeat {
      try await measure(&lessons)
      index = SiteIndex(course, lessons.compactMap(\.outline))
      for place in lessons.indices { lessons[place].invalidate(unlessValidFor: index) }
    } while lessons.contains(where: \.isPending)
    let result = await render(lessons, index)
    cache.trim(keeping: result.runs.compactMap(\.self))
    return result
  }

  /// Reads the lessons that are not cached, and runs their sessions.
  private func measure(_ lessons: inout [LessonState]) async throws(Fault) {
    let pending = lessons.indices.filter { lessons[$0].isPending }
    if pending.isEmpty { return }
    let read = await onAllCores(pending.map { lessons[$0] }) { [course] state in
      var state = state
      let lesson = state.read(course.file(of: state.name))
      return (state: state, lesson: lesson)
    }
    let readable = read.compactMap(\.lesson)
    let allFindings =
      runsTwice
      ? await laboratory.runTwice(readable, only: chosen, watcher: watcher)
      : await laboratory.run(readable, only: chosen, watcher: watcher)
    if let fault = allFindings.flatMap(\.faults).first { throw fault }
    var measured = await onAllCores(Array(zip(readable, allFindings))) { lesson, findings in
      let lesson = MeasuredLesson(
        lesson: lesson, records: findings.records, isComplete: findings.isComplete,
        sources: LessonSources(lesson))
      return (lesson: lesson, findings: findings)
    }[...]
    for (place, result) in zip(pending, read) {
      lessons[place] = result.state
      guard result.lesson != nil, let next = measured.popFirst() else { continue }
      lessons[place].setMeasured(next.lesson, next.findings)
    }
  }

  /// Renders the lessons that are not cached, and caches them.
  private func render(_ lessons: [LessonState], _ index: SiteIndex) async -> BuildResult {
    let measured = lessons.compactMap(\.measured)
    await fillTypesettingCache(for: measured.map(\.lesson), with: typesetter)
    let published = measured.allSatisfy(\.holds) ? [:] : history.publishedRecords
    let rendered = await onAllCores(lessons) { [typesetter, compiler] state in
      if let cached = state.cached { return cached.rendered as RenderedLesson? }
      guard let lesson = state.measured else { return nil }
      let check = ProseCheck(lesson, in: index, published: published[state.name] ?? [])
      let rendered = RenderedLesson(
        lesson, in: index, typesetter: typesetter, compiler: compiler,
        knownProblems: state.diagnostics + check.diagnostics)
      state.store(rendered)
      return rendered
    }
    let chosenLessons = lessons.filter { chosen?.contains($0.name) ?? true }
    await laboratory.reuse(chosenLessons.compactMap(\.cached?.lesson))
    return BuildResult(
      index: index, lessons: rendered.compactMap(\.self),
      diagnostics: lessons.filter { $0.outline == nil }.flatMap(\.diagnostics),
      runs: lessons.map(\.runs))
  }

  private func onAllCores<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) async -> Result
  ) async -> [Result] {
    await concurrentMap(items, width: ProcessInfo.processInfo.activeProcessorCount, work)
  }
}

extension BuildResult {
  /// Builds the reference pages of what a cell can use, for a course that has cells.
  ///
  /// - Parameters:
  ///   - laboratory: Runs the compiler.
  ///   - typesetter: Typesets the pages.
  ///   - matters: Returns whether errors in a file prevent the site from being published.
  /// - Returns: The pages; nil if the site cannot be published or the course has no cells.
  /// - Throws: A failure of the compiler to list the declarations.
  func handbook(
    of laboratory: Laboratory, _ typesetter: Typesetter, unlessErrorsIn matters: (String) -> Bool
  ) async throws(Fault) -> HandbookPages? {
    let errors = lessons.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard index.hasCells, !errors.contains(where: { matters($0.place.file) }) else { return nil }
    return try await laboratory.renderedHandbook(
      frame: HandbookPages.cacheKey(in: index), tools: PageBuilder.tools
    ) { HandbookPages($0, in: index, typesetter: typesetter) }
  }
}
