extension PlaceholderSubstitution {
  /// Extracts the table in a paragraph; false if there is none.
  mutating func extractTable(_ leaf: MarkdownNode) -> Bool {
    let quotes = quotes(of: leaf)
    let first = leaf.lines.lowerBound
    let lines = leaf.lines.map { number in
      number == first
        ? Substring(source[number].utf8.dropFirst(max(0, leaf.column - 1)))
        : ContainerPrefix.content(of: source[number], quotes: quotes)
    }
    guard let (above, found) = TableSource.find(in: lines, firstLine: first) else {
      if let (line, help) = TableSource.nearMiss(in: lines, firstLine: first) {
        diagnostics.append(
          .warning(source.place(line), "these lines look like a table but are not one", help: help))
      }
      return false
    }
    var table = found
    for row in table.rows.indices {
      let number = table.rows[row].line
      let prefix = source[number].count - lines[number - first].count
      for cell in table.rows[row].cells.indices { table.rows[row].cells[cell].offset += prefix }
    }
    let line = first + above
    let start =
      above == 0
      ? self.start(of: leaf)
      : starts[line - source.firstLine]
        + ContainerPrefix.prefix(of: source[line], quotes: quotes).utf8.count
    if above > 0 { scan(self.start(of: leaf)..<end(ofLine: line - 1), quotes: quotes) }
    diagnostics += table.problems(in: source)
    replace(start..<end(ofLine: leaf.lines.upperBound), with: .table(table), quotes: quotes)
    return true
  }
}
