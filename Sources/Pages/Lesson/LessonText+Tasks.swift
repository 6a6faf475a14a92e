import Lessons
import Markup

extension LessonText {
  /// The content of a paragraph; that of a task is the label of its checkbox, so that screen readers
  /// read both together.
  mutating func words(of paragraph: [Inline]) -> HTML {
    guard case .checkbox = paragraph.first, measured != nil else { return inlines(paragraph) }
    return "<label>\(inlines(paragraph))</label>"
  }

  /// The class attribute of an item; the checkbox of a task replaces the bullet.
  func kind(of item: [Block]) -> HTML? {
    guard case .paragraph(let inlines, _) = item.first, case .checkbox = inlines.first,
      measured != nil
    else { return nil }
    return " class=\"task\""
  }
}
