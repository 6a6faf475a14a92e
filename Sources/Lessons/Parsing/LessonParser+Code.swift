extension LessonParser {
  /// Parses a code block: a cell, a display formula, or code that is only shown.
  mutating func code(_ info: String, _ node: MarkdownNode) -> Block {
    let line = node.lines.lowerBound
    if let fence = fence(of: node) {
      if !isClosed(fence, node) {
        error(line, "the fence is never closed", help: "close it with a line of '\(fence)'")
      }
    } else {
      checkIndented(node)
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
      recordEquation(formula)
      if FormulaText.containsValue(formula.tex) {
        error(
          formula.line, "a value inside a formula",
          help: "end the formula before the value: $p =$ `{swift} …`")
      }
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
      error(node.lines.lowerBound, "unknown kind of cell '\(info)'", help: ForeignFence(info).help)
    } else if hasTitle {
      checkInfo(info, node.lines.lowerBound)
    }
    return .code(info: info, node.literal)
  }

  private mutating func checkInfo(_ info: String, _ line: Int) {
    let words = info.split(whereSeparator: \.isWhitespace)
    if words.first == "math" {
      warning(
        line, "a 'math' fence followed by other text is shown as code",
        help: "write ```math, or ```math {#eq:name} to name it")
    } else if words.count > 1 {
      warning(
        line,
        "unsupported text after a fence: '\(words.dropFirst().joined(separator: " ").prefix(40))'",
        help: "write only the language: ```\(words[0])")
    } else if ["mermaid", "geojson", "topojson", "stl", "dot", "plantuml"].contains(info) {
      warning(
        line, "a '\(info)' fence is shown as code",
        help: "show an image file, ![alt text](file), or draw a figure in a cell")
    } else if info.contains("{") {
      error(
        line, "unsupported attributes of the fence '\(info)'",
        help: "write '```{swift}' for a cell, with its options on '//|' lines inside")
    }
  }

  /// Reports a fence that is indented by four spaces, which makes it part of an indented code
  /// block.
  private mutating func checkIndented(_ node: MarkdownNode) {
    guard hasTitle else { return }
    for (offset, line) in node.literal.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(/^ *(?:```+|~~~+) *(?:\{swift|math)/) {
      error(
        node.lines.lowerBound + offset, "a fence indented by four spaces is shown as code",
        help: "indent it no further than the text around it")
      return
    }
  }

  /// The fence that opens a code block; nil if the block is an indented one.
  private func fence(of node: MarkdownNode) -> Substring? {
    guard node.literal.utf8.count(where: { $0 == UInt8(ascii: "\n") }) < node.lines.count else {
      return nil
    }
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
