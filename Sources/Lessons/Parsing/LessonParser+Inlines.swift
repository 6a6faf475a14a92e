/// An inline, or a table within the lines of a paragraph.
enum InlineOrTable {
  case inline(Inline)
  case table(Table)
}

extension [InlineOrTable] {
  var inlines: [Inline] {
    compactMap { piece in
      if case .inline(let inline) = piece { inline } else { nil }
    }
  }

  var tables: [Table] {
    compactMap { piece in
      if case .table(let table) = piece { table } else { nil }
    }
  }
}

extension LessonParser {
  mutating func inlines(of node: MarkdownNode) -> [InlineOrTable] {
    inlines(node.children, in: node)
  }

  /// Parses inline nodes on the lines of `block`.
  mutating func inlines(_ nodes: [MarkdownNode], in block: MarkdownNode) -> [InlineOrTable] {
    locator.enter(block.lines)
    return pieces(nodes)
  }

  mutating func inner(_ node: MarkdownNode) -> [Inline] {
    if node.isCutOff { error(locator.line, "inline markup is nested too deeply here") }
    return pieces(node.children).inlines
  }

  private mutating func pieces(_ nodes: [MarkdownNode]) -> [InlineOrTable] {
    var pieces: [InlineOrTable] = []
    for node in nodes {
      guard node.kind == .text else {
        pieces += inline(node).map { [.inline($0)] } ?? []
        continue
      }
      // A filler line belongs to the element before it.
      let isFiller = node.literal.hasPrefix(Placeholder.filler)
      if isFiller, case .inline(.softBreak) = pieces.last { pieces.removeLast() }
      pieces += text(isFiller ? String(node.literal.dropFirst()) : node.literal)
    }
    return pieces
  }

  private mutating func text(_ literal: String) -> [InlineOrTable] {
    Placeholder.pieces(of: literal).compactMap { piece in
      switch piece {
      case .text(let text): .inline(.text(text))
      case .element(let index): element(document.elements[index])
      }
    }
  }

  private mutating func element(_ element: ExtractedElement) -> InlineOrTable? {
    switch element {
    case .headingID(let id):
      headingID = id
      return nil
    case .formula(let formula):
      recordEquation(formula)
      return .inline(.formula(formula))
    case .footnote(let label, let line): return .inline(.footnote(label, line: line))
    case .citation(let citations, let line): return .inline(.citation(citations, line: line))
    case .table(let table): return .table(self.table(table))
    }
  }

  private mutating func inline(_ node: MarkdownNode) -> Inline? {
    switch node.kind {
    case .inlineCode: code(node.literal)
    case .emphasis: .emphasis(inner(node))
    case .strong: .strong(inner(node))
    case .strikethrough: .strikethrough(inner(node))
    case .lineBreak: .lineBreak
    case .softBreak: .softBreak
    case .link(let destination, let title): link(node, to: destination, title: title)
    case .image(let source, let title): image(node, source: source, title: title)
    case .inlineHTML: html(node.literal)
    default: .text(node.literal)
    }
  }

  private mutating func code(_ literal: String) -> Inline {
    guard let value = InlineValue(literal, index: valueCount, locator: &locator) else {
      reportValue(literal)
      return .code(literal)
    }
    valueCount += 1
    steps.append(.value(value))
    return .value(value)
  }

  private mutating func html(_ literal: String) -> Inline? {
    if !isComment(literal) { reportHTML(literal, line: locator.line(of: literal)) }
    return nil
  }
}

// MARK: - Tables

extension LessonParser {
  private mutating func table(_ source: TableSource) -> Table {
    let rows = source.rows.map { row in row.cells.map { cell($0, line: row.line) } }
    return Table(
      alignments: source.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private mutating func cell(_ cell: TableRow.Cell, line: Int) -> [Inline] {
    let text = cell.text
    guard !text.isEmpty else { return [] }
    let whole = document
    defer { document = whole }
    document = MarkdownDocument(
      cell: text, line: line, column: cell.offset + 1, file: source.file,
      definitions: text.contains("[") ? whole.linkDefinitions : [])
    reportMarkup(of: document)
    guard let paragraph = document.tree.children.first else { return [] }
    var nodes = paragraph.children
    if nodes.first?.kind == .text {
      nodes[0].literal = String(nodes[0].literal.trimmingPrefix(Placeholder.inlineStart))
    }
    locator.enter(line...line)
    return pieces(nodes.filter { $0.kind != .text || !$0.literal.isEmpty }).inlines
  }
}
