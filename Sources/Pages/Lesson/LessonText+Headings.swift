import Lessons
import Markup

extension LessonText {
  /// Notes the names that authors gave to headings, before any other place can get one of them.
  mutating func takeHeadingIDs() {
    for heading in lesson.body.namedHeadings {
      if let kind = kinds.first(where: { heading.id.hasPrefix($0 + "-") }) {
        diagnostics.append(
          .error(
            .reference, Place(file: lesson.file, line: heading.line),
            "the heading's name '\(heading.id)' begins with '\(kind)-', as the page's own names do",
            help: "take another: {#about-\(heading.id)}"))
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
      return inlines(heading.words.withoutLinks)
    }
    diagnostics.append(
      .error(
        .reference, Place(file: lesson.file, line: line), "no heading has the name '\(name)'",
        help: suggestion(for: name, among: headings.map(\.id))
          ?? "give one to the heading, '## Words {#\(name)}', or write [words](\(address))"))
    return nil
  }
}

extension [Inline] {
  /// The same without what leads elsewhere or has a place of its own on the page.
  fileprivate var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .footnote, .citation: []
      case .link(_, _, let inner, _), .claim(_, let inner, _), .reference(_, let inner, _):
        inner.withoutLinks
      case .emphasis(let inner): [.emphasis(inner.withoutLinks)]
      case .strong(let inner): [.strong(inner.withoutLinks)]
      case .strikethrough(let inner): [.strikethrough(inner.withoutLinks)]
      default: [inline]
      }
    }
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

/// With what the names of the page's own places begin.
private let kinds = ["fig", "tbl", "eq", "cell", "claim", "measured", "note", "cite", "exercise"]
