import Lessons
import Markup

extension LessonText {
  /// Takes the ids that the author gave to headings, before a heading without one can get the same.
  mutating func takeHeadingIDs() {
    for heading in lesson.body.namedHeadings {
      if anchors.isReserved(heading.id) {
        diagnostics.append(
          .error(
            .reference, Place(file: lesson.file, line: heading.line),
            "the id '\(heading.id)' belongs to another part of this page",
            help: "choose another id: {#about-\(heading.id)}"))
      }
      anchors.take(heading.id)
    }
  }

  /// The words of the heading with an id, which a link `[](#id)` takes; an error at the link's line if
  /// no heading has it.
  mutating func headingWords(_ id: String, _ line: Int) -> HTML {
    let headings = lesson.body.namedHeadings
    if let heading = headings.first(where: { $0.id == id }) { return listed(heading.words) }
    diagnostics.append(
      .error(
        .reference, Place(file: lesson.file, line: line), "no heading has the id '\(id)'",
        help: suggestion(for: id, among: headings.map(\.id))
          ?? "give it to the heading, '## Words {#\(id)}', or write [words](#\(id))"))
    return "\(id)"
  }
}

extension [Block] {
  /// The headings to which their author gave names, in order.
  fileprivate var namedHeadings: [(id: String, words: [Inline], line: Int)] {
    flatMap { block -> [(id: String, words: [Inline], line: Int)] in
      if case .heading(_, let id?, let words, let line) = block { return [(id, words, line)] }
      return block.children.namedHeadings
    }
  }
}
