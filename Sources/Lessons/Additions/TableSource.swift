/// A pipe table's cells as they stand in the source; GitHub's rules.
struct TableSource: Equatable {
  struct Cell: Equatable {
    var text = ""
    /// How many characters of its row stand before it.
    var offset: Int
  }

  struct Row: Equatable {
    var line: Int
    var cells: [Cell]
  }

  var alignments: [Table.Alignment?]
  /// The rows' cells, the header first, each with its line.
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
      let header = cells(of: lines[index])
      guard header.count == alignments.count else { continue }
      let body = lines[(index + 2)...].enumerated().map { offset, line in
        Row(line: firstLine + index + 2 + offset, cells: fit(cells(of: line), alignments.count))
      }
      let table = TableSource(
        alignments: alignments, rows: [Row(line: firstLine + index, cells: header)] + body)
      return (index, table)
    }
    return nil
  }

  /// What the row of dashes says of each column; nil where a line is no such row.
  private static func alignments(of line: Substring) -> [Table.Alignment?]? {
    guard line.contains("-"), line.allSatisfy({ "|-: \t".contains($0) }) else { return nil }
    let cells = cells(of: line).map(\.text)
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

  /// The cells of a row; `\|` is a bar within one.
  private static func cells(of line: Substring) -> [Cell] {
    var cells = [Cell(offset: 0)]
    var rest = line[...]
    var isEscaped = false
    var offset = 0
    while let character = rest.popFirst() {
      let last = cells.count - 1
      offset += 1
      switch character {
      case "\\" where rest.first == "|": isEscaped = true
      case "|" where !isEscaped: cells.append(Cell(offset: offset))
      case " ", "\t":
        if cells[last].text.isEmpty { cells[last].offset = offset } else { fallthrough }
      default:
        cells[last].text.append(character)
        isEscaped = false
      }
    }
    for index in cells.indices { cells[index].trimEnd() }
    if cells.count > 1, cells[0].text.isEmpty { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].text.isEmpty { cells.removeLast() }
    return cells
  }

  private static func fit(_ cells: [Cell], _ count: Int) -> [Cell] {
    cells.prefix(count) + Array(repeating: Cell(offset: 0), count: max(0, count - cells.count))
  }
}

extension TableSource.Cell {
  fileprivate mutating func trimEnd() {
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  }
}
