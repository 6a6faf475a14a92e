extension LessonReader {
  /// A cell, a display of mathematics, or code that is only shown.
  mutating func code(_ info: String, _ node: MarkdownNode) -> Block {
    let line = node.lines.lowerBound
    if let fence = fence(of: node), !isClosed(fence, node) {
      error(line, "the fence is never closed", help: "close it with a line of '\(fence)'")
    }
    if info == "{swift}" {
      let cell = cells.cell(node, index: cellCount)
      cellCount += 1
      diagnostics += cells.diagnostics
      cells.diagnostics = []
      steps.append(.cell(cell))
      return .cell(cell)
    }
    if let match = info.wholeMatch(of: /math(?:\s*\{#eq:([^}]*)\})?/), fence(of: node) != nil {
      let formula = Formula(
        tex: String(node.literal.dropLast()), isDisplay: true, label: match.1.map(String.init),
        line: line + 1, column: 1)
      number(formula)
      return .formula(formula)
    }
    return listing(info, node)
  }

  private mutating func listing(_ info: String, _ node: MarkdownNode) -> Block {
    if info.hasPrefix("{{"), info.hasSuffix("}}") {
      let fence = "```\(info.dropFirst().dropLast())\n\(node.literal)```\n"
      return .code(info: "markdown", fence)
    }
    if info.hasPrefix("{") {
      error(
        node.lines.lowerBound, "a cell of kind '\(info)'",
        help: "cells that run are '{swift}'; code that is only shown has its name without braces")
    }
    return .code(info: info, node.literal)
  }

  /// The fence that opens a code block, or nil where the block is an indented one.
  private func fence(of node: MarkdownNode) -> Substring? {
    let opening = Substring(source[node.lines.lowerBound].utf8.dropFirst(node.column - 1))
    guard let mark = opening.first, mark == "`" || mark == "~" else { return nil }
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
