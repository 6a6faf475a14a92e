public import Lessons

/// The numbers that an author typed into a lesson's prose, which nothing computes or checks: those
/// outside inline values, claims, formulas, citations and code.
public struct UncheckedNumbers {
  /// Each number with its line.
  public private(set) var numbers: [(text: String, place: Place)] = []
  private let file: String
  private var line = 1

  /// Collects the numbers in a lesson's prose, including its footnotes.
  public init(_ lesson: Lesson) {
    file = lesson.file
    visit(lesson.body)
    for note in lesson.footnotes { visit(note.body) }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(_, let line), .heading(_, _, _, let line): self.line = line
      case .alert(let alert): line = alert.line
      default: break
      }
      visit(block.inlines)
      visit(block.children)
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        numbers += NumberInProse.all(in: text).map { ($0.text, Place(file: file, line: line)) }
      case .softBreak, .lineBreak: line += 1
      case .formula(let formula): line += formula.tex.count { $0 == "\n" }
      case .claim, .reference: line += inline.children.lineBreaks
      default: visit(inline.children)
      }
    }
  }
}

extension [Inline] {
  fileprivate var lineBreaks: Int {
    reduce(0) { $0 + ($1 == .softBreak || $1 == .lineBreak ? 1 : $1.children.lineBreaks) }
  }
}
