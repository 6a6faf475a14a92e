public import Lessons
internal import Markup
public import Typesetting

/// A Markdown text as CommonMark's HTML, without a page around it.
///
/// Nothing is run and no file is read: a cell is shown as its code, an inline value as its
/// expression, a reference as its text or, without one, its target.
public struct Fragment: Equatable, Sendable {
  /// The HTML of the text, without a document around it.
  public let html: String
  /// The errors in its formulas.
  public let diagnostics: [Diagnostic]

  /// Renders a lesson's text without measurements.
  public init(_ lesson: Lesson, typesetter: Typesetter) {
    var text = LessonText(fragment: lesson, typesetter)
    html = text.body().text
    diagnostics = text.diagnostics
  }
}
