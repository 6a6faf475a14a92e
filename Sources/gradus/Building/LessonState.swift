import Laboratory
import Lessons
import Pages

/// How far a lesson is on its way to a rendered page: pending, cached, or read and measured.
struct LessonState: Sendable {
  private enum Stage {
    case pending
    case unreadable
    case cached(CachedLesson, RenderedLesson)
    case measured(MeasuredLesson, RunResult)
  }

  /// The lesson's name.
  let name: String
  /// The diagnostics of reading and running it.
  private(set) var diagnostics: [Diagnostic] = []
  private var stage = Stage.pending
  private let place: LessonCache.Slot?

  /// Starts with the cached lesson if there is one, else with a pending one.
  ///
  /// - Parameters:
  ///   - name: The lesson's name.
  ///   - place: The lesson's entry in the page cache; nil if it cannot be cached.
  init(_ name: String, _ place: LessonCache.Slot?) {
    self.name = name
    self.place = place
    guard let lesson = place?.lesson, let rendered = RenderedLesson(Array(lesson.content)) else {
      return
    }
    stage = .cached(lesson, rendered)
  }

  /// Whether it is neither cached nor read.
  var isPending: Bool { if case .pending = stage { true } else { false } }

  /// The cached lesson and its rendered page, if the cache has them.
  var cached: (lesson: CachedLesson, rendered: RenderedLesson)? {
    if case .cached(let lesson, let rendered) = stage { (lesson, rendered) } else { nil }
  }

  /// The lesson with its results, if it was read.
  var measured: MeasuredLesson? {
    if case .measured(let lesson, _) = stage { lesson } else { nil }
  }

  /// The titles, labels and headings that other pages refer to; nil if the lesson cannot be read.
  var outline: Outline? { cached?.rendered.outline ?? measured?.outline }

  /// The runs from which its results come; nil if a session has none.
  var runs: LessonRuns? {
    switch stage {
    case .pending, .unreadable: nil
    case .cached(let lesson, _): lesson.runs
    case .measured(let measured, let findings): LessonRuns(measured.lesson, findings)
    }
  }

  /// Discards the cached page if it shows something of other lessons that has changed.
  mutating func invalidate(unlessValidFor index: SiteIndex) {
    if case .cached(_, let rendered) = stage, !rendered.isUpToDate(in: index) { stage = .pending }
  }

  /// Reads the lesson, collecting its diagnostics; nil if it cannot be read.
  mutating func read(_ file: String) -> Lesson? {
    stage = .unreadable
    return Lesson.read(file, diagnostics: &diagnostics)
  }

  /// Sets the lesson's results and collects their diagnostics.
  mutating func setMeasured(_ lesson: MeasuredLesson, _ findings: RunResult) {
    diagnostics += findings.diagnostics
    stage = .measured(lesson, findings)
  }

  /// Stores a rendered page in the cache, unless it has errors or a session has no run.
  func store(_ rendered: RenderedLesson) {
    guard !rendered.diagnostics.hasErrors, let runs else { return }
    place?.store(rendered.bytes, from: runs)
  }
}
