public import Lessons
public import Typesetting

/// Sets the formulas and the code of lessons side by side, where nothing is remembered yet.
///
/// Each kind has an engine of its own, which takes a while to start; pages then find all that they need.
///
/// - Parameters:
///   - lessons: The lessons whose pages are to be made.
///   - typesetter: What sets them.
public func prepare(_ lessons: [Lesson], with typesetter: Typesetter) async {
  guard typesetter.remembersNothing else { return }
  let matter = Matter(lessons)
  async let code: Void = setCode(matter.code, typesetter)
  // What is wrong with a formula is said when its page is made.
  for formula in matter.formulas {
    _ = try? typesetter.formula(formula.tex, display: formula.isDisplay)
  }
  await code
}

private func setCode(_ listings: [Listing], _ typesetter: Typesetter) async {
  for listing in listings { _ = typesetter.highlighted(listing.code, language: listing.language) }
}

/// What a typesetter sets in lessons.
private struct Matter {
  private(set) var formulas: [Formula] = []
  private(set) var code: [Listing] = []

  init(_ lessons: [Lesson]) {
    for lesson in lessons {
      visit(lesson.body)
      for note in lesson.footnotes { visit(note.body) }
    }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .formula(let formula): formulas.append(formula)
      case .cell(let cell): if cell.isShown { code.append(Listing(cell)) }
      case .code(let info, let text): code.append(Listing(text, info: info))
      default: break
      }
      visit(block.inlines)
      visit(block.children)
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      if case .formula(let formula) = inline { formulas.append(formula) }
      visit(inline.children)
    }
  }
}
