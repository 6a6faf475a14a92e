extension LessonParser {
  /// Parses an alert or a plain block quote.
  mutating func quote(_ node: MarkdownNode) -> Block {
    guard let marker = alertMarker(of: node) else { return .quote(blocks(node.children)) }
    let line = node.lines.lowerBound
    guard let kind = Alert.Kind(rawValue: marker) else {
      error(
        line, "unknown alert '[!\(marker)]'",
        help: suggestion(for: marker, among: Alert.Kind.allCases.map(\.rawValue))
          ?? "the alerts are \(Alert.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
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

  /// Reports a `-` or `+` after the marker, which folds the block in Obsidian.
  private mutating func checkFold(_ paragraph: MarkdownNode, _ marker: String) {
    let rest = paragraph.children[0].literal.dropFirst(marker.count + 3)
    guard hasTitle, let mark = rest.first, "-+".contains(mark),
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return }
    warning(
      paragraph.lines.lowerBound,
      "the '\(mark)' after '[!\(marker)]' is shown as part of the title",
      help:
        "remove it: predictions, hints and solutions start closed, all other alerts start open")
  }

  /// The word in the `[!WORD]` at the start of a block quote.
  private func alertMarker(of node: MarkdownNode) -> String? {
    guard let first = node.children.first, first.kind == .paragraph,
      let opening = first.children.first, opening.kind == .text,
      opening.literal.hasPrefix("[!"), let end = opening.literal.firstIndex(of: "]")
    else { return nil }
    return String(opening.literal[..<end].dropFirst(2))
  }

  /// Splits the nodes after the marker into those on its line and those on the following lines.
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
