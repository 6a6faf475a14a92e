import Foundation
import Laboratory
import Lessons
import Pages
import Typesetting

/// Makes the leaves of a course: those of lessons that changed, or that show what changed in others.
///
/// All others are kept from the build before, and their lessons are not even read.
struct Press {
  /// What came of a course.
  struct Sheets {
    /// Where everything of the course is.
    var index: SiteIndex
    /// The lessons' leaves, in order; of a lesson that cannot be read there is none.
    var leaves: [Leaf]
    /// What is wrong with lessons that cannot be read.
    var diagnostics: [Diagnostic]
    /// The runs of each lesson, in order; nil where one lacks a session.
    var runs: [LessonRuns?]
  }

  /// The files of the program, and of what it sets pages with.
  static let tools = ["/proc/self/exe"] + Typesetter.packagePaths

  let course: Course
  let laboratory: Laboratory
  /// The leaves that are kept.
  let kept: KeptLessons
  let typesetter: Typesetter
  let compiler: String
  /// What remembers the course's builds.
  let history: History
  /// The lessons to run and check, nil for all; of others only what is known is used.
  let chosen: Set<String>?
  /// Whether every session that is chosen runs twice, and must find the same.
  let runsTwice: Bool
  let watcher: @Sendable (Event) -> Void

  /// Makes all leaves.
  ///
  /// - Throws: What kept a session from running and is not the lesson's fault.
  func print() async throws(Fault) -> Sheets {
    var copies = await onAllCores(course.lessons + course.pages) { [course, kept] in
      Copy($0, kept.place(ofLessonIn: course.file(of: $0)))
    }
    var index: SiteIndex
    repeat {
      try await measure(&copies)
      index = SiteIndex(course, copies.compactMap(\.outline))
      for place in copies.indices { copies[place].drop(unlessItFits: index) }
    } while copies.contains(where: \.isBlank)
    let sheets = await sheets(of: copies, index)
    kept.trim(keeping: sheets.runs.compactMap(\.self))
    return sheets
  }

  /// Reads the lessons of which nothing is kept, and runs their experiments.
  private func measure(_ copies: inout [Copy]) async throws(Fault) {
    let blank = copies.indices.filter { copies[$0].isBlank }
    if blank.isEmpty { return }
    let read = await onAllCores(blank.map { copies[$0] }) { [course] copy in
      var copy = copy
      let lesson = copy.read(course.file(of: copy.name))
      return (copy: copy, lesson: lesson)
    }
    let lessons = read.compactMap(\.lesson)
    let found =
      runsTwice
      ? await laboratory.runTwice(lessons, only: chosen, watcher: watcher)
      : await laboratory.run(lessons, only: chosen, watcher: watcher)
    if let fault = found.flatMap(\.faults).first { throw fault }
    var measured = await onAllCores(Array(zip(lessons, found))) { lesson, found in
      let lesson = MeasuredLesson(
        lesson: lesson, records: found.records, isComplete: found.isComplete,
        sources: LessonSources(lesson))
      return (lesson: lesson, findings: found)
    }[...]
    for (place, result) in zip(blank, read) {
      copies[place] = result.copy
      guard result.lesson != nil, let found = measured.popFirst() else { continue }
      copies[place].take(found.lesson, found.findings)
    }
  }

  /// The leaves, kept or made.
  private func sheets(of copies: [Copy], _ index: SiteIndex) async -> Sheets {
    let measured = copies.compactMap(\.measured)
    await prepare(measured.map(\.lesson), with: typesetter)
    let published = measured.allSatisfy(\.holds) ? [:] : history.publishedRecords
    let leaves = await onAllCores(copies) { [typesetter, compiler] copy in
      if let kept = copy.kept { return kept.leaf as Leaf? }
      guard let lesson = copy.measured else { return nil }
      let check = Check(lesson, in: index, published: published[copy.name] ?? [])
      let leaf = Leaf(
        lesson, in: index, typesetter: typesetter, compiler: compiler,
        noted: copy.diagnostics + check.diagnostics)
      copy.keep(leaf)
      return leaf
    }
    let own = copies.filter { chosen?.contains($0.name) ?? true }
    await laboratory.reuse(own.compactMap(\.kept?.lesson))
    return Sheets(
      index: index, leaves: leaves.compactMap(\.self),
      diagnostics: copies.filter { $0.outline == nil }.flatMap(\.diagnostics),
      runs: copies.map(\.runs))
  }

  private func onAllCores<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) async -> Result
  ) async -> [Result] {
    await inParallel(items, width: ProcessInfo.processInfo.activeProcessorCount, work)
  }
}

extension Press.Sheets {
  /// The pages that list what a cell can use, for a course that has cells.
  ///
  /// - Parameters:
  ///   - laboratory: What asks the compiler.
  ///   - typesetter: What sets the pages.
  ///   - matters: Whether errors in a file keep the site from being made.
  /// - Returns: The pages; nil for a site that will not be made, and for one without cells.
  /// - Throws: What keeps the compiler from listing it.
  func handbook(
    of laboratory: Laboratory, _ typesetter: Typesetter, unlessErrorsIn matters: (String) -> Bool
  ) async throws(Fault) -> HandbookPages? {
    let errors = leaves.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard index.hasCells, !errors.contains(where: { matters($0.place.file) }) else { return nil }
    return try await laboratory.made(
      ofHandbookIn: HandbookPages.frame(in: index), with: Press.tools
    ) { HandbookPages($0, in: index, typesetter: typesetter) }
  }
}
