extension LessonReader {
  /// A block that teaches, or a quotation.
  mutating func quote(_ node: MarkdownNode) -> Block {
    guard let marker = alertMarker(of: node) else { return .quote(blocks(node.children)) }
    let line = node.lines.lowerBound
    guard let kind = Alert.Kind(rawValue: marker) else {
      error(
        line, "unknown kind of block '[!\(marker)]'",
        help: suggestion(for: marker, among: Alert.Kind.allCases.map(\.rawValue))
          ?? "the kinds are \(Alert.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      return .quote(blocks(node.children))
    }
    var rest = node.children
    let first = rest.removeFirst()
    checkFold(first, marker)
    let (title, remainder) = splitMarkerLine(first, marker: marker)
    let titleInlines = inlines(title, in: first).inlines
    let opening = paragraph(inlines(remainder, in: first), line: first.lines.lowerBound + 1)
    exerciseDepth += kind == .exercise ? 1 : 0
    let body = opening + blocks(rest)
    exerciseDepth -= kind == .exercise ? 1 : 0
    return .alert(Alert(kind: kind, title: titleInlines, body: body, line: line))
  }

  /// Obsidian folds a block that has `-` or `+` behind its marker.
  private mutating func checkFold(_ paragraph: MarkdownNode, _ marker: String) {
    let rest = paragraph.children[0].literal.dropFirst(marker.count + 3)
    guard hasTitle, let mark = rest.first, "-+".contains(mark),
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return }
    warning(
      paragraph.lines.lowerBound,
      "the '\(mark)' behind '[!\(marker)]' is shown as a part of its title",
      help:
        "leave it out: predictions, hints and solutions are closed at first, all others are open")
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
