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

  /// The words of the heading to which `[](#name)` leads; nil where the address is another.
  mutating func headingWords(_ address: String, _ line: Int) -> HTML? {
    guard address.hasPrefix("#"), measured != nil else { return nil }
    let name = String(address.dropFirst())
    let headings = lesson.body.namedHeadings
    if let heading = headings.first(where: { $0.id == name }) {
      return listed(heading.words)
    }
    diagnostics.append(
      .error(
        .reference, Place(file: lesson.file, line: line), "no heading has the name '\(name)'",
        help: suggestion(for: name, among: headings.map(\.id))
          ?? "give one to the heading, '## Words {#\(name)}', or write [words](\(address))"))
    return nil
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
