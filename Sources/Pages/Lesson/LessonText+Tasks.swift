import Lessons
import Markup

extension LessonText {
  /// A paragraph's words; those of a task are the label of its box, so that both are read out together.
  mutating func words(of paragraph: [Inline]) -> HTML {
    guard case .checkbox = paragraph.first, measured != nil else { return inlines(paragraph) }
    return "<label>\(inlines(paragraph))</label>"
  }

  /// The class of an item: a task's box stands where other items have their bullet.
  func kind(of item: [Block]) -> HTML? {
    guard case .paragraph(let inlines, _) = item.first, case .checkbox = inlines.first,
      measured != nil
    else { return nil }
    return " class=\"task\""
  }
}
