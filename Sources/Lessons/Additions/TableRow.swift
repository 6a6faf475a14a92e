/// A row of a pipe table, divided at its bars.
enum TableRow {
  struct Cell: Equatable {
    var text = ""
    /// How many characters of its row stand before it.
    var offset: Int
  }

  /// The cells of a row; `\|` is a bar within one, and so is a bar within code.
  ///
  /// A bar between two dollars may be part of a formula or stand between two prices: it divides cells
  /// unless the row then has more than `count`.
  static func cells(of line: Substring, count: Int) -> [Cell] {
    let divided = divide(line, except: inside(line, formulas: false))
    guard divided.count > count, line.contains("$") else { return divided }
    let whole = divide(line, except: inside(line, formulas: true))
    return whole.count == count ? whole : divided
  }

  /// The characters of a row that stand within code, or within a formula.
  private static func inside(_ line: Substring, formulas: Bool) -> ByteRanges {
    var inside = ByteRanges()
    guard line.contains("`") || line.contains("$") else { return inside }
    let bytes = Array(line.utf8)
    let scan = AdditionScanner.scan(bytes[...])
    for passed in scan.passed where passed.kind == .code { inside.insert(passed.range) }
    for found in scan.found {
      guard case .formula = found.kind else { continue }
      let isTicked = bytes[found.range].dropFirst().first == UInt8(ascii: "`")
      if formulas || isTicked { inside.insert(found.range) }
    }
    return inside
  }

  private static func divide(_ line: Substring, except inside: ByteRanges) -> [Cell] {
    var cells = [Cell(offset: 0)]
    var rest = line[...]
    var isEscaped = false
    var (offset, byte) = (0, 0)
    while let character = rest.popFirst() {
      let last = cells.count - 1
      offset += 1
      defer { byte += character.utf8.count }
      switch character {
      case "\\" where rest.first == "|": isEscaped = true
      case "|" where !isEscaped && !inside.contains(byte): cells.append(Cell(offset: offset))
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

/// Some ranges of a row's bytes.
private struct ByteRanges {
  private var ranges: [Range<Int>] = []

  mutating func insert(_ range: Range<Int>) { ranges.append(range) }
  func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }
}
