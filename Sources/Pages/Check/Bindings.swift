import Lessons

/// What a lesson's prose names: claims, figures, cells and other lessons, with their lines.
struct Bindings {
  /// Words that are bound to a claim.
  private(set) var claims: [(name: String, words: String, line: Int)] = []
  /// References in the order of the text.
  private(set) var references: [(reference: Reference, line: Int)] = []

  init(_ lesson: Lesson) { visit(lesson.body) }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines, _): visit(inlines)
      case .list(_, _, let items): items.forEach { visit($0) }
      case .quote(let inner): visit(inner)
      case .alert(let alert):
        visit(alert.title)
        visit(alert.body)
      case .code, .cell, .thematicBreak: break
      }
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): visit(inner)
      case .claim(let name, let inner, let line):
        claims.append((name, inner.plainText, line))
        visit(inner)
      case .reference(let reference, let inner, let line):
        references.append((reference, line))
        visit(inner)
      case .text, .code, .lineBreak, .softBreak, .value: break
      }
    }
  }
}
