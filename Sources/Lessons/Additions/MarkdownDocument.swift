/// A text's CommonMark tree, with what CommonMark does not know taken out of it beforehand.
///
/// The text is parsed twice: once to learn which lines are code, paragraphs and headings, and once
/// more after mathematics, footnote references, citations and tables there have made room for
/// placeholders. Every line keeps its number.
struct MarkdownDocument {
  let tree: MarkdownNode
  let insertions: [Insertion]
  let footnotes: [FootnoteSource]
  let source: SourceText
  /// The lines that define links for the whole document.
  let linkDefinitions: [Substring]
  /// What looks like markup and is none.
  let diagnostics: [Diagnostic]

  /// A whole document.
  init(_ given: SourceText) {
    let protected = SourceText(
      given.lines.map(Placeholder.protected), file: given.file, firstLine: given.firstLine)
    let whole = Blocks(protected)
    footnotes = FootnoteSource.find(in: protected, code: whole.code)
    source = protected.emptying(footnotes.flatMap(\.lines))
    linkDefinitions = source.lines.filter {
      $0.contains("]:") && $0.drop { $0 == " " }.hasPrefix("[")
    }
    let blocks = footnotes.isEmpty ? whole : Blocks(source)
    var substitution = Substitution(source, labels: Self.definedLabels(in: source.lines))
    for leaf in blocks.leaves { substitution.visit(leaf) }
    insertions = substitution.insertions
    diagnostics = substitution.diagnostics
    tree =
      substitution.isEmpty
      ? struck(CommonMark.parse(text(of: source.lines), firstLine: source.firstLine))
      : struck(CommonMark.parse(substitution.text, firstLine: source.firstLine)).withoutStandIns
  }

  /// A table's cell, in which nothing begins a block; `definitions` are the document's link
  /// definitions.
  init(cell: String, line: Int, column: Int, file: String, definitions: [Substring]) {
    footnotes = []
    linkDefinitions = []
    source = SourceText(
      [Substring(cell)], file: file, firstLine: line, firstColumn: column)
    var substitution = Substitution(source, labels: Self.definedLabels(in: definitions))
    let paragraph = MarkdownNode(
      kind: .paragraph, literal: "", lines: line...line, column: 1, children: [])
    substitution.visitInlines(paragraph)
    insertions = substitution.insertions
    diagnostics = substitution.diagnostics
    let lines = [Substring(Placeholder.inlineStart + substitution.text), ""] + definitions
    tree = struck(CommonMark.parse(text(of: lines), firstLine: line)).withoutStandIns
  }

  /// The labels that lines define.
  private static func definedLabels(in lines: [Substring]) -> Set<String> {
    let candidates = lines.filter { $0.contains("]:") }
    return Set(
      candidates.compactMap { $0.prefixMatch(of: /[ >]*\[([^\]]+)\]:/).map { $0.1.asLabel } })
  }
}

/// The tree with what is struck through, where the text has a tilde at all.
private func struck(_ tree: MarkdownNode) -> MarkdownNode {
  tree.contains("~") ? tree.strikingThrough : tree
}

/// What a document is made of, as far as it matters for what may be found where.
private struct Blocks {
  /// Lines that are code.
  private(set) var code: Set<Int> = []
  /// Paragraphs and headings.
  private(set) var leaves: [MarkdownNode] = []

  init(_ source: SourceText) {
    let neutral = DisplayRegions.neutralised(source)
    var open = [CommonMark.parse(text(of: neutral.lines), firstLine: source.firstLine)]
    while let node = open.popLast() {
      endLastLeaf(before: node.lines.lowerBound)
      switch node.kind {
      case .code: code.formUnion(node.lines)
      case .paragraph, .heading: leaves.append(node)
      default: open += node.children.reversed()
      }
    }
  }

  /// libcmark ends a heading that is underlined one line too late.
  private mutating func endLastLeaf(before line: Int) {
    guard let last = leaves.indices.last else { return }
    let lines = leaves[last].lines
    if lines.lowerBound < line, line <= lines.upperBound {
      leaves[last].lines = lines.lowerBound...line - 1
    }
  }
}

/// Lines as one text.
private func text(of lines: [Substring]) -> String {
  var text = ""
  for line in lines {
    text += line
    text += "\n"
  }
  return text
}
