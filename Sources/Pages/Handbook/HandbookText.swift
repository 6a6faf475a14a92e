import Lessons
import Markup
import Symbols
import Typesetting

/// Renders declarations and documentation comments for one page of a handbook.
struct HandbookText {
  let index: HandbookIndex
  let page: String
  let wording: Wording
  let typesetter: Typesetter
  private var text: LessonText

  init(_ index: HandbookIndex, page: String, wording: Wording, typesetter: Typesetter) {
    self.index = index
    self.page = page
    self.wording = wording
    self.typesetter = typesetter
    var diagnostics: [Diagnostic] = []
    let nothing = Lesson.parse(fragment: "", file: "", diagnostics: &diagnostics)
    text = LessonText(fragment: nothing, typesetter)
  }

  /// A highlighted declaration, in which the symbol's name and the types are links.
  func signature(_ symbol: Symbol, source: String?) -> HTML {
    let anchor = address("#\(symbol.fullName)")
    let isNamed = symbol.declaration.contains { $0.kind == .name }
    var hasAnchor = false
    let pieces = symbol.declaration.map { piece -> HTML in
      let isName = !hasAnchor && (piece.kind == .name || !isNamed && isWordOfName(piece))
      if isName {
        hasAnchor = true
        return "<a class=\"f\" href=\"\(anchor)\">\(piece.text)</a>"
      }
      guard let target = piece.target else { return coloured(piece) }
      let type = address(index.address(of: target, from: page))
      return "<a class=\"t\" href=\"\(type)\">\(piece.text)</a>"
    }
    let link: HTML? = source.map {
      " <a class=\"source\" href=\"\(address($0))\">\(wording[.source])</a>"
    }
    return "<p class=\"signature\"><code>\(pieces)</code>\(link)</p>\n"
  }

  /// Whether a keyword takes the place of a name: `init` or `subscript`.
  private func isWordOfName(_ piece: Symbol.Piece) -> Bool {
    piece.kind == .keyword && ["init", "subscript"].contains(piece.text)
  }

  private func coloured(_ piece: Symbol.Piece) -> HTML {
    let kind: TokenKind? =
      switch piece.kind {
      case .keyword: .keyword
      case .type: .type
      case .name: .function
      case .attribute: .attribute
      case .number: .number
      case .string: .string
      case .text: nil
      }
    if let kind { return "<span class=\"\(kind.rawValue)\">\(piece.text)</span>" }
    // Prevents a line break within the arrow.
    let arrow = "<span class=\"arrow\">-&gt;</span>"
    return HTML(unescaped: HTML(escaping: piece.text).text.replacing("-&gt;", with: arrow))
  }

  /// The text of a documentation comment, followed by its parameters, result and thrown errors.
  mutating func documentation(of symbol: Symbol) -> HTML {
    let owner = symbol.kind.isType ? symbol.fullName : symbol.owner
    let comment = DocumentationComment(symbol.comment) {
      index.address(of: $0, seenFrom: owner, on: page)
    }
    var html = HTML()
    for block in comment.body { html += self.block(block) }
    var rows = HTML()
    for (name, words) in comment.parameters {
      rows += "<dt><code>\(name)</code></dt><dd>\(inner(words))</dd>\n"
    }
    for (phrase, words) in [
      (Phrase.returns, comment.returns), (.failures, comment.failures),
    ] where !words.isEmpty {
      rows += "<dt>\(wording[phrase])</dt><dd>\(inner(words))</dd>\n"
    }
    return rows.text.isEmpty ? html : html + "<dl class=\"particulars\">\n\(rows)</dl>\n"
  }

  /// The blocks, without the `p` elements of paragraphs.
  private mutating func inner(_ blocks: [Block]) -> HTML {
    var html = HTML()
    for block in blocks {
      if case .paragraph(let inlines, _) = block {
        html += text.inlines(inlines)
      } else {
        html += self.block(block)
      }
    }
    return html
  }

  /// A block of a comment; code without a language is Swift.
  private mutating func block(_ block: Block) -> HTML {
    guard case .code(let info, let code) = block else { return text.blocks([block]) }
    let listing = Listing(code, info: info.isEmpty ? "swift" : info)
    let words = typesetter.highlighted(code, language: listing.language) ?? HTML(escaping: code)
    return """
      <div class="code"><pre role="group" tabindex="0" aria-label="\(wording[.code])"><code>\
      \(words)</code></pre></div>

      """
  }
}
