public import Lessons
internal import Markup
public import Typesetting

/// A Markdown text as the HTML that CommonMark asks for, without a page around it.
///
/// Nothing is run and no file is looked at: a cell is its code, an inline value its expression, a
/// reference its words, or its target if it has none.
public struct Fragment: Equatable, Sendable {
  /// The HTML.
  public let html: String
  /// What is wrong with its formulas.
  public let diagnostics: [Diagnostic]

  /// A lesson's text alone.
  public init(_ lesson: Lesson, typesetter: Typesetter) {
    var text = LessonText(fragment: lesson, typesetter)
    html = text.body().text
    diagnostics = text.diagnostics
  }
}
