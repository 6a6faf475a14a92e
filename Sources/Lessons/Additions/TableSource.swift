/// A pipe table's cells as they stand in the source: GitHub's rules, but a bar within code or a formula
/// divides nothing.
struct TableSource: Equatable {
  struct Row: Equatable {
    var line: Int
    var cells: [TableRow.Cell]
    /// How many cells the row has as it is written.
    var count: Int
  }

  var alignments: [Table.Alignment?]
  /// The rows' cells, the header first, each with its line; all rows have as many cells as the header,
  /// or more.
  var rows: [Row]

  /// The table among a paragraph's lines, and how many lines stand above it; nil where there is
  /// none.
  ///
  /// A table is a row, a row of dashes with as many cells, and all lines that follow.
  static func find(in lines: [Substring], firstLine: Int) -> (above: Int, table: TableSource)? {
    for index in lines.indices.dropLast() {
      guard let alignments = alignments(of: lines[index + 1]), lines[index].contains("|") else {
        continue
      }
      let header = TableRow.cells(of: lines[index], count: alignments.count)
      guard header.count == alignments.count else { continue }
      let body = lines[(index + 1)...].dropFirst().enumerated().map { offset, line in
        row(
          TableRow.cells(of: line, count: alignments.count), firstLine + index + 2 + offset,
          header.count)
      }
      let table = TableSource(
        alignments: alignments, rows: [row(header, firstLine + index, header.count)] + body)
      return (index, table)
    }
    return nil
  }

  /// Where lines look like a table and are none: a row of dashes has another number of cells than the
  /// row above it, or is missing.
  static func nearMiss(in lines: [Substring], firstLine: Int) -> (line: Int, help: String)? {
    for index in lines.indices.dropLast() {
      guard lines[index].contains("|"), lines[index + 1].contains("|"),
        let alignments = alignments(of: lines[index + 1])
      else { continue }
      let count = TableRow.cells(of: lines[index], count: alignments.count).count
      return (
        firstLine + index + 1,
        "the row above has \(count) cells, and this line of dashes \(alignments.count)"
      )
    }
    let rows = lines.prefix { $0.hasPrefix("|") && $0.contains(/\|[ \t]*$/) }
    guard rows.count > 1, rows.count == lines.count,
      rows.allSatisfy({ TableRow.cells(of: $0, count: 0).count > 1 })
    else { return nil }
    return (firstLine, "write a line of dashes below the first row: \(dashes(below: rows[0]))")
  }

  private static func dashes(below row: Substring) -> String {
    "|" + String(repeating: "---|", count: min(TableRow.cells(of: row, count: 0).count, 8))
  }

  /// What the row of dashes says of each column; nil where a line is no such row.
  private static func alignments(of line: Substring) -> [Table.Alignment?]? {
    guard line.contains("-"), line.allSatisfy({ "|-: \t".contains($0) }) else { return nil }
    let cells = TableRow.cells(of: line, count: 0).map(\.text)
    guard cells.allSatisfy({ $0.wholeMatch(of: /:?-+:?/) != nil }) else { return nil }
    return cells.map { cell in
      switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
      case (true, true): .center
      case (true, false): .left
      case (false, true): .right
      case (false, false): nil
      }
    }
  }

  private static func row(_ cells: [TableRow.Cell], _ line: Int, _ count: Int) -> Row {
    let missing = Array(repeating: TableRow.Cell(offset: 0), count: max(0, count - cells.count))
    return Row(line: line, cells: cells + missing, count: cells.count)
  }
}

extension TableSource {
  /// The rows that have other cells than the header.
  func problems(in source: SourceText) -> [Diagnostic] {
    let width = alignments.count
    return rows.compactMap { row in
      if row.count > width {
        return .error(
          source.place(row.line),
          "a row of \(words(row.count)) in a table of \(width) columns",
          help: "write '\\|' for a bar within a cell")
      }
      guard row.count < width else { return nil }
      return .warning(
        source.place(row.line), "a row of \(words(row.count)) in a table of \(width) columns",
        help:
          "write '|' for each empty cell; a paragraph below a table needs a blank line before it")
    }
  }

  private func words(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
