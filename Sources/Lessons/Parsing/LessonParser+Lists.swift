extension LessonParser {
  /// Parses a list item; a checkbox at its start makes it a task.
  mutating func item(_ node: MarkdownNode) -> [Block] {
    var blocks = blocks(node.children)
    guard let first = node.children.first, first.kind == .paragraph, let isDone = task(first),
      case .paragraph(var inlines, let line) = blocks.first, case .text(let text) = inlines.first
    else { return blocks }
    inlines[0] = .text(String(text.dropFirst(3).drop(while: \.isWhitespace)))
    blocks[0] = .paragraph([.checkbox(isDone: isDone)] + inlines, line: line)
    return blocks
  }

  private func task(_ paragraph: MarkdownNode) -> Bool? {
    let line = source[paragraph.lines.lowerBound].utf8
    let before = Substring(line.prefix(paragraph.column - 1))
    return BlockMarker.task(Substring(line.dropFirst(paragraph.column - 1)), after: before)?.isDone
  }
}
