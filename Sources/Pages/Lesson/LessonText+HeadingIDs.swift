import Lessons
import Markup

extension LessonText {
  /// Registers the ids that the author gave to headings, so that no other heading gets the same.
  mutating func registerHeadingIDs() {
    for heading in lesson.body.namedHeadings {
      if anchors.isReserved(heading.id) {
        diagnostics.append(
          .error(
            .reference, Place(file: lesson.file, line: heading.line),
            "the id '\(heading.id)' belongs to another part of this page",
            help: "choose another id: {#about-\(heading.id)}"))
      }
      anchors.register(heading.id)
    }
  }

  /// The content of the heading with an id, for a link `[](#id)`; reports an error at the link's line
  /// if no heading has the id.
  mutating func headingContent(of id: String, line: Int) -> HTML {
    let headings = lesson.body.namedHeadings
    if let heading = headings.first(where: { $0.id == id }) { return headingEntry(heading.words) }
    diagnostics.append(
      .error(
        .reference, Place(file: lesson.file, line: line), "no heading has the id '\(id)'",
        help: suggestion(for: id, among: headings.map(\.id))
          ?? "add it to a heading, '## Text {#\(id)}', or write [text](#\(id))"))
    return "\(id)"
  }
}

extension [Block] {
  /// The headings with an id from the author, in order.
  fileprivate var namedHeadings: [(id: String, words: [Inline], line: Int)] {
    flatMap { block -> [(id: String, words: [Inline], line: Int)] in
      if case .heading(_, let id?, let words, let line) = block { return [(id, words, line)] }
      return block.children.namedHeadings
    }
  }
}
