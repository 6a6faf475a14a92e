import Lessons

/// Everything that a lesson's prose refers to, with the lines: claims, figures, works, notes, lessons.
struct ProseReferences {
  /// The text linked to each claim.
  private(set) var claims: [(name: String, words: [Inline], line: Int)] = []
  /// The cross-references, in the order of the text.
  private(set) var references: [(reference: Reference, line: Int)] = []
  /// The references to footnotes, in the order of the text.
  private(set) var footnotes: [(label: String, line: Int)] = []
  /// The cited works, in the order of the text.
  private(set) var citations: [(key: String, line: Int)] = []

  init(_ lesson: Lesson) {
    visit(lesson.body)
    for note in lesson.footnotes { visit(note.body) }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      visit(block.inlines)
      visit(block.children)
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .claim(let name, let words, let line): claims.append((name, words, line))
      case .reference(let reference, _, let line): references.append((reference, line))
      case .footnote(let label, let line): footnotes.append((label, line))
      case .citation(let works, let line): citations += works.map { ($0.key, line) }
      default: break
      }
      visit(inline.children)
    }
  }
}
