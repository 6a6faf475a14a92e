/// Splits a row of a pipe table at its bars.
enum TableRow {
  struct Cell: Equatable {
    var text = ""
    /// The number of characters before it in its row.
    var offset: Int
  }

  /// The cells of a row; an escaped bar, `\|`, or a bar within code does not split cells.
  ///
  /// A bar between two dollar signs can be part of a formula or between two prices: it splits cells
  /// unless the row would then have more than `count`.
  static func cells(of line: Substring, count: Int) -> [Cell] {
    let cells = split(line, except: unsplittable(line, formulas: false))
    guard cells.count > count, line.contains("$") else { return cells }
    let whole = split(line, except: unsplittable(line, formulas: true))
    return whole.count == count ? whole : cells
  }

  /// The bytes of a row that are within code or, if `formulas` is true, within a formula.
  private static func unsplittable(_ line: Substring, formulas: Bool) -> ByteRanges {
    var ranges = ByteRanges()
    guard line.contains("`") || line.contains("$") else { return ranges }
    let bytes = Array(line.utf8)
    let scan = ExtensionScanner.scan(bytes[...])
    for skipped in scan.skipped where skipped.kind == .code { ranges.insert(skipped.range) }
    for match in scan.matches {
      guard case .formula = match.kind else { continue }
      let isInBackticks = bytes[match.range].dropFirst().first == UInt8(ascii: "`")
      if formulas || isInBackticks { ranges.insert(match.range) }
    }
    return ranges
  }

  private static func split(_ line: Substring, except ranges: ByteRanges) -> [Cell] {
    var cells = [Cell(offset: 0)]
    var rest = line[...]
    var isEscaped = false
    var offset = 0
    var byte = 0
    while let character = rest.popFirst() {
      let last = cells.count - 1
      offset += 1
      defer { byte += character.utf8.count }
      switch character {
      case "\\" where rest.first == "|": isEscaped = true
      case "|" where !isEscaped && !ranges.contains(byte): cells.append(Cell(offset: offset))
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
}

extension TableRow.Cell {
  fileprivate mutating func trimEnd() {
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  }
}

/// A set of byte ranges in a row.
private struct ByteRanges {
  private var ranges: [Range<Int>] = []

  mutating func insert(_ range: Range<Int>) { ranges.append(range) }
  func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }
}
