/// The CommonMark tree of a text, and the elements that were extracted from it before parsing.
///
/// The text is parsed twice: first to find which lines are code, paragraphs and headings, then
/// again with formulas, footnote references, citations and tables replaced by placeholders. Every
/// line keeps its number.
struct MarkdownDocument {
  let tree: MarkdownNode
  let elements: [ExtractedElement]
  let footnotes: [FootnoteSource]
  let source: SourceText
  /// The lines that define links for the whole document.
  let linkDefinitions: [Substring]
  /// Warnings and errors about text that looks like markup but is not.
  let diagnostics: [Diagnostic]

  /// Parses a whole document.
  init(_ given: SourceText) {
    let sanitized = SourceText(
      given.lines.map(Placeholder.sanitizing), file: given.file, firstLine: given.firstLine)
    let whole = BlockStructure(sanitized)
    footnotes = FootnoteSource.find(in: sanitized, code: whole.code)
    source = sanitized.emptying(footnotes.flatMap(\.lines))
    linkDefinitions = source.lines.filter {
      $0.contains("]:") && $0.drop { $0 == " " }.hasPrefix("[")
    }
    let blocks = footnotes.isEmpty ? whole : BlockStructure(source)
    var substitution = PlaceholderSubstitution(source, labels: Self.definedLabels(in: source.lines))
    for leaf in blocks.leaves { substitution.extract(from: leaf) }
    elements = substitution.elements
    diagnostics = substitution.diagnostics
    tree =
      substitution.isEmpty
      ? strikingThrough(CommonMark.parse(text(of: source.lines), firstLine: source.firstLine))
      : strikingThrough(CommonMark.parse(substitution.text, firstLine: source.firstLine))
        .restoringCharacters
  }

  /// Parses the text of a table cell, in which nothing can begin a block; `definitions` are the
  /// link definitions of the document.
  init(cell: String, line: Int, column: Int, file: String, definitions: [Substring]) {
    footnotes = []
    linkDefinitions = []
    source = SourceText(
      [Substring(cell)], file: file, firstLine: line, firstColumn: column)
    var substitution = PlaceholderSubstitution(source, labels: Self.definedLabels(in: definitions))
    let paragraph = MarkdownNode(
      kind: .paragraph, literal: "", lines: line...line, column: 1, children: [])
    substitution.extractInlines(from: paragraph)
    elements = substitution.elements
    diagnostics = substitution.diagnostics
    let lines = [Substring(Placeholder.inlineStart + substitution.text), ""] + definitions
    tree = strikingThrough(CommonMark.parse(text(of: lines), firstLine: line)).restoringCharacters
  }

  /// The link labels that lines define.
  private static func definedLabels(in lines: [Substring]) -> Set<String> {
    let candidates = lines.filter { $0.contains("]:") }
    return Set(
      candidates.compactMap {
        $0.prefixMatch(of: /[ >]*\[([^\]]+)\]:/).map { $0.1.normalizedLabel }
      })
  }
}

/// Returns the tree with strikethrough parsed, if its text contains a tilde at all.
private func strikingThrough(_ tree: MarkdownNode) -> MarkdownNode {
  tree.contains("~") ? tree.withStrikethrough : tree
}

/// The block structure of a document: where its code and its text are.
private struct BlockStructure {
  /// The numbers of the lines that are code.
  private(set) var code: Set<Int> = []
  /// The paragraphs and headings.
  private(set) var leaves: [MarkdownNode] = []

  init(_ source: SourceText) {
    let neutralized = MultilineDisplays.neutralizing(source)
    var pending = [CommonMark.parse(text(of: neutralized.lines), firstLine: source.firstLine)]
    while let node = pending.popLast() {
      endLastLeaf(before: node.lines.lowerBound)
      switch node.kind {
      case .code: code.formUnion(node.lines)
      case .paragraph, .heading: leaves.append(node)
      default: pending += node.children.reversed()
      }
    }
  }

  /// Corrects libcmark, which ends an underlined heading one line too late.
  private mutating func endLastLeaf(before line: Int) {
    guard let last = leaves.indices.last else { return }
    let lines = leaves[last].lines
    if lines.lowerBound < line, line <= lines.upperBound {
      leaves[last].lines = lines.lowerBound...line - 1
    }
  }
}

/// Joins lines, each with a newline.
private func text(of lines: [Substring]) -> String {
  var text = ""
  for line in lines {
    text += line
    text += "\n"
  }
  return text
}
