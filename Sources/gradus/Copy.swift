import Laboratory
import Lessons
import Pages

/// A lesson on its way to its leaf: found among what is kept, or read and measured.
struct Copy: Sendable {
  private enum State {
    case blank
    case unreadable
    case kept(KeptLesson, Leaf)
    case measured(MeasuredLesson, Findings)
  }

  /// The lesson's name.
  let name: String
  /// What was wrong with it when it was read.
  private(set) var diagnostics: [Diagnostic] = []
  private var state = State.blank
  private let place: KeptLessons.Place?

  /// A lesson whose leaf may be kept at a place.
  init(_ name: String, _ place: KeptLessons.Place?) {
    (self.name, self.place) = (name, place)
    guard let lesson = place?.lesson, let leaf = Leaf(Array(lesson.content)) else { return }
    state = .kept(lesson, leaf)
  }

  /// Whether it is neither kept nor read.
  var isBlank: Bool { if case .blank = state { true } else { false } }

  /// What is kept of it.
  var kept: (lesson: KeptLesson, leaf: Leaf)? {
    if case .kept(let lesson, let leaf) = state { (lesson, leaf) } else { nil }
  }

  /// The lesson with what it measured, if it was read.
  var measured: MeasuredLesson? {
    if case .measured(let lesson, _) = state { lesson } else { nil }
  }

  /// What other pages need of it; nil where it cannot be read.
  var outline: Outline? { kept?.leaf.outline ?? measured?.outline }

  /// The runs to which it owes what it measured; nil where a session has none.
  var runs: LessonRuns? {
    switch state {
    case .blank, .unreadable: nil
    case .kept(let lesson, _): lesson.runs
    case .measured(let measured, let findings): LessonRuns(measured.lesson, findings)
    }
  }

  /// Forgets what is kept, if it shows other lessons as they are no more.
  mutating func drop(unlessItFits index: SiteIndex) {
    if case .kept(_, let leaf) = state, !leaf.fits(index) { state = .blank }
  }

  /// Reads the lesson.
  mutating func read(_ file: String) -> Lesson? {
    state = .unreadable
    return Lesson.read(file, diagnostics: &diagnostics)
  }

  /// Takes what was found of it.
  mutating func take(_ lesson: MeasuredLesson, _ findings: Findings) {
    diagnostics += findings.diagnostics
    state = .measured(lesson, findings)
  }

  /// Keeps a leaf that has been made of it, if there is nothing wrong with that.
  func keep(_ leaf: Leaf) {
    guard !leaf.diagnostics.hasErrors, let runs else { return }
    place?.keep(leaf.bytes, madeOf: runs)
  }
}
