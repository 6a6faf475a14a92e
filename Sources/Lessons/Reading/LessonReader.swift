/// Makes a lesson of a CommonMark tree: cells, inline values, references and alerts are found in
/// the forms that plain Markdown gives them.
struct LessonReader {
  private let source: SourceText
  private var cells: CellReader
  private var locator: InlineLocator
  private var cellCount = 0
  private var valueCount = 0
  private(set) var steps: [Step] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    cells = CellReader(source)
    locator = InlineLocator(source)
  }

  /// The lesson's body, below the front matter.
  mutating func body(_ document: MarkdownNode) -> [Block] {
    let body = blocks(document.children)
    diagnostics += cells.diagnostics
    return body
  }

  private mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    nodes.compactMap { block($0) }
  }

  private mutating func block(_ node: MarkdownNode) -> Block? {
    switch node.kind {
    case .heading(let level): heading(level, node)
    case .quote: quote(node)
    case .list(let ordered, let start, let tight):
      .list(start: ordered ? start : nil, tight: tight, node.children.map { blocks($0.children) })
    case .code(let info): code(info, node)
    case .thematicBreak: .thematicBreak
    case .htmlBlock: rawHTML(node)
    default: .paragraph(inlines(of: node))
    }
  }

  private mutating func heading(_ level: Int, _ node: MarkdownNode) -> Block {
    let line = node.lines.lowerBound
    if level == 1 {
      diagnostics.append(
        .error(
          source.place(line), "a '#' heading: the page's first heading is the title",
          help: "begin sections with '##'"))
    }
    return .heading(level: level, inlines(of: node), line: line)
  }

  private mutating func rawHTML(_ node: MarkdownNode) -> Block? {
    if !isComment(node.literal) { refuseHTML(node.literal, line: node.lines.lowerBound) }
    return nil
  }

  private mutating func refuseHTML(_ html: String, line: Int) {
    let shown = html.prefix { $0 != "\n" }.prefix(40)
    diagnostics.append(
      .error(
        source.place(line), "raw HTML '\(shown)'",
        help: "a lesson is plain Markdown; put code in backticks, and write '\\<' for a '<'"))
  }
}

// MARK: - Code

extension LessonReader {
  private mutating func code(_ info: String, _ node: MarkdownNode) -> Block {
    let line = node.lines.lowerBound
    if let fence = fence(of: node), !isClosed(fence, node) {
      diagnostics.append(
        .error(
          source.place(line), "the fence is never closed",
          help: "close it with a line of '\(fence)'"))
    }
    guard info == "{swift}" else { return listing(info, node) }
    let cell = cells.cell(node, index: cellCount)
    cellCount += 1
    steps.append(.cell(cell))
    return .cell(cell)
  }

  private mutating func listing(_ info: String, _ node: MarkdownNode) -> Block {
    let shown = info.hasPrefix("{{") && info.hasSuffix("}}")
    if shown {
      return .code(language: "", "```\(info.dropFirst().dropLast())\n\(node.literal)```\n")
    }
    if info.hasPrefix("{") {
      diagnostics.append(
        .error(
          source.place(node.lines.lowerBound), "a cell of kind '\(info)'",
          help: "cells that run are '{swift}'; code that is only shown has its name without braces")
      )
    }
    return .code(language: String(info.prefix { !$0.isWhitespace }), node.literal)
  }

  /// The fence that opens a code block, or nil where the block is an indented one.
  private func fence(of node: MarkdownNode) -> Substring? {
    let opening = Substring(source[node.lines.lowerBound].utf8.dropFirst(node.column - 1))
    guard let mark = opening.first, mark == "`" || mark == "~" else {
      return nil
    }
    let fence = opening.prefix { $0 == mark }
    return fence.count >= 3 ? fence : nil
  }

  private func isClosed(_ fence: Substring, _ node: MarkdownNode) -> Bool {
    guard node.lines.count > 1, let mark = fence.first else { return false }
    let last = source[node.lines.upperBound].drop { " \t>".contains($0) }
    let closing = last.prefix { $0 == mark }
    return closing.count >= fence.count && last.dropFirst(closing.count).allSatisfy(\.isWhitespace)
  }
}

// MARK: - Blocks that teach

extension LessonReader {
  private mutating func quote(_ node: MarkdownNode) -> Block {
    guard let marker = alertMarker(of: node) else { return .quote(blocks(node.children)) }
    let line = node.lines.lowerBound
    guard let kind = Alert.Kind(rawValue: marker) else {
      diagnostics.append(
        .error(
          source.place(line), "unknown kind of block '[!\(marker)]'",
          help: suggestion(for: marker, among: Alert.Kind.allCases.map(\.rawValue))))
      return .quote(blocks(node.children))
    }
    var rest = node.children
    let first = rest.removeFirst()
    let (title, remainder) = splitMarkerLine(first, marker: marker)
    let titleInlines = inlines(title, in: first)
    var body: [Block] = []
    if !remainder.isEmpty { body.append(.paragraph(inlines(remainder, in: first))) }
    body += blocks(rest)
    return .alert(Alert(kind: kind, title: titleInlines, body: body, line: line))
  }

  /// The word in a quotation's opening `[!WORD]`.
  private func alertMarker(of node: MarkdownNode) -> String? {
    guard let first = node.children.first, first.kind == .paragraph,
      let opening = first.children.first, opening.kind == .text,
      opening.literal.hasPrefix("[!"), let end = opening.literal.firstIndex(of: "]")
    else { return nil }
    return String(opening.literal[..<end].dropFirst(2))
  }

  /// What follows the marker on its line, and what follows on the lines after.
  private func splitMarkerLine(_ paragraph: MarkdownNode, marker: String)
    -> (title: [MarkdownNode], rest: [MarkdownNode])
  {
    var nodes = paragraph.children
    nodes[0].literal = String(
      nodes[0].literal.dropFirst(marker.count + 3).drop(while: \.isWhitespace))
    let lineEnd = nodes.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak }
    let title = nodes[..<(lineEnd ?? nodes.endIndex)].filter {
      $0.kind != .text || !$0.literal.isEmpty
    }
    return (Array(title), lineEnd.map { Array(nodes[($0 + 1)...]) } ?? [])
  }
}

// MARK: - Inlines

extension LessonReader {
  private mutating func inlines(of node: MarkdownNode) -> [Inline] {
    inlines(node.children, in: node)
  }

  /// The inlines of a block; `block` says on which lines they stand.
  private mutating func inlines(_ nodes: [MarkdownNode], in block: MarkdownNode) -> [Inline] {
    locator.enter(block.lines)
    return nodes.compactMap { inline($0) }
  }

  private mutating func inline(_ node: MarkdownNode) -> Inline? {
    switch node.kind {
    case .inlineCode: code(node.literal)
    case .emphasis: .emphasis(node.children.compactMap { inline($0) })
    case .strong: .strong(node.children.compactMap { inline($0) })
    case .lineBreak: .lineBreak
    case .softBreak: .softBreak
    case .link(let destination, let title): link(destination, title, node)
    case .image(let source, _): image(source, node)
    case .inlineHTML: html(node.literal)
    default: .text(node.literal)
    }
  }

  private mutating func code(_ literal: String) -> Inline {
    guard let value = InlineValue(literal, index: valueCount, locator: &locator) else {
      return .code(literal)
    }
    valueCount += 1
    steps.append(.value(value))
    return .value(value)
  }

  private mutating func link(_ destination: String, _ title: String, _ node: MarkdownNode)
    -> Inline
  {
    let line = locator.line(of: "](\(destination)")
    let words = node.children.compactMap { inline($0) }
    let (scheme, name) = split(destination)
    if scheme == "claim" { return .claim(name, words, line: line) }
    if let kind = Reference.Kind(rawValue: scheme) {
      return .reference(Reference(kind: kind, name: name), words, line: line)
    }
    if scheme.lowercased() == "javascript" {
      diagnostics.append(.error(source.place(line), "a 'javascript:' link"))
    }
    return .link(destination: destination, title: title, words)
  }

  private mutating func image(_ path: String, _ node: MarkdownNode) -> Inline? {
    let line = locator.line(of: "](\(path)")
    diagnostics.append(
      .error(
        source.place(line), "an image '\(path)': images are not supported yet",
        help: "draw it as a figure in a cell"))
    return nil
  }

  private mutating func html(_ literal: String) -> Inline? {
    if !isComment(literal) { refuseHTML(literal, line: locator.line(of: literal)) }
    return nil
  }
}

private func isComment(_ html: String) -> Bool {
  guard html.hasPrefix("<!--"), let end = html.firstRange(of: "-->") else { return false }
  return html[end.upperBound...].allSatisfy(\.isWhitespace)
}

private func split(_ destination: String) -> (scheme: String, rest: String) {
  guard let colon = destination.firstIndex(of: ":") else { return ("", destination) }
  return (String(destination[..<colon]), String(destination[destination.index(after: colon)...]))
}
