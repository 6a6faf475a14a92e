/// The cells of a pipe table in the source.
///
/// The rules are GitHub's, except that a bar within code or a formula does not split cells.
struct TableSource: Equatable {
  struct Row: Equatable {
    var line: Int
    var cells: [TableRow.Cell]
    /// The number of cells in the source, before missing ones are added.
    var count: Int
  }

  var alignments: [Table.Alignment?]
  /// The rows, the header first; every row has at least as many cells as the header.
  var rows: [Row]

  /// Finds a table in the lines of a paragraph, with the number of lines above it.
  ///
  /// A table is a row, a row of dashes with the same number of cells, and all lines that follow.
  static func find(in lines: [Substring], firstLine: Int) -> (above: Int, table: TableSource)? {
    for index in lines.indices.dropLast() {
      guard let alignments = alignments(of: lines[index + 1]), lines[index].contains("|") else {
        continue
      }
      let header = TableRow.cells(of: lines[index], count: alignments.count)
      guard header.count == alignments.count else { continue }
      let body = lines[(index + 1)...].dropFirst().enumerated().map { offset, line in
        row(
          TableRow.cells(of: line, count: alignments.count), line: firstLine + index + 2 + offset,
          count: header.count)
      }
      let table = TableSource(
        alignments: alignments,
        rows: [row(header, line: firstLine + index, count: header.count)] + body)
      return (index, table)
    }
    return nil
  }

  /// Finds lines that look like a table but are not one: the row of dashes has a different number
  /// of cells than the row above it, or is missing.
  static func nearMiss(in lines: [Substring], firstLine: Int) -> (line: Int, help: String)? {
    for index in lines.indices.dropLast() {
      guard lines[index].contains("|"), lines[index + 1].contains("|"),
        let alignments = alignments(of: lines[index + 1])
      else { continue }
      let count = TableRow.cells(of: lines[index], count: alignments.count).count
      return (
        firstLine + index + 1,
        "the row above has \(count) cells, but this line of dashes has \(alignments.count)"
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

  /// The alignment of each column in a row of dashes; nil if the line is not such a row.
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

  private static func row(_ cells: [TableRow.Cell], line: Int, count: Int) -> Row {
    let missing = Array(repeating: TableRow.Cell(offset: 0), count: max(0, count - cells.count))
    return Row(line: line, cells: cells + missing, count: cells.count)
  }
}

extension TableSource {
  /// Reports the rows that have more or fewer cells than the header.
  func problems(in source: SourceText) -> [Diagnostic] {
    let width = alignments.count
    return rows.compactMap { row in
      if row.count > width {
        return .error(
          source.place(row.line),
          "a row with \(cells(row.count)) in a table with \(width) columns",
          help: "write '\\|' for a bar within a cell")
      }
      guard row.count < width else { return nil }
      return .warning(
        source.place(row.line),
        "a row with \(cells(row.count)) in a table with \(width) columns",
        help:
          "write '|' for each empty cell; a paragraph below a table needs a blank line before it")
    }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
