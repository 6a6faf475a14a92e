public import Lessons
public import Typesetting

/// Typesets the formulas and the code of lessons concurrently, if the typesetter's cache is empty.
///
/// Both engines take a while to start; afterwards pages find all results in the cache.
///
/// - Parameters:
///   - lessons: The lessons whose pages will be rendered.
///   - typesetter: The typesetter whose cache is filled.
public func fillTypesettingCache(for lessons: [Lesson], with typesetter: Typesetter) async {
  guard typesetter.hasEmptyCache else { return }
  let content = TypesetContent(lessons)
  async let code: Void = highlight(content.code, typesetter)
  // Errors in formulas are reported when the page is rendered.
  for formula in content.formulas {
    _ = try? typesetter.formula(formula.tex, display: formula.isDisplay)
  }
  await code
}

private func highlight(_ listings: [Listing], _ typesetter: Typesetter) async {
  for listing in listings { _ = typesetter.highlighted(listing.code, language: listing.language) }
}

/// The formulas and code listings of lessons.
private struct TypesetContent {
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
