internal import Records

/// A line of a terminal with a cell for each column; a wide character takes two.
struct TerminalLine {
  private struct Cell {
    /// Nil in the second column of a wide character, and in all but the first of a tab.
    var character: Character?
    var style: TextStyle
  }

  private var cells: [Cell] = []
  /// Whether the line contains tabs; they become spaces when the line is written over.
  private var hasTabs = false

  /// Whether the line is empty.
  var isEmpty: Bool { cells.isEmpty }

  /// Writes a character at a column.
  ///
  /// - Returns: The column after it.
  mutating func put(_ character: Character, _ style: TextStyle, at column: Int) -> Int {
    prepare(for: column)
    let width = character.isWideInTerminals ? 2 : 1
    for offset in 0..<width { free(column + offset) }
    write(Cell(character: character, style: style), at: column)
    if width == 2 { write(Cell(character: nil, style: style), at: column + 1) }
    return column + width
  }

  /// Moves to the next multiple of eight; at the end of the line, the tab is stored as such.
  ///
  /// - Returns: The column after it.
  mutating func putTab(_ style: TextStyle, at column: Int) -> Int {
    let next = (column / 8 + 1) * 8
    guard column >= cells.count else { return next }
    prepare(for: column)
    cells.append(Cell(character: "\t", style: style))
    while cells.count < next { cells.append(Cell(character: nil, style: style)) }
    hasTabs = true
    return next
  }

  /// Erases the line from a column on (0), up to it (1), or completely (2).
  mutating func erase(_ part: Int, at column: Int) {
    switch part {
    case 0: remove(.max, at: column)
    case 1: blank(0..<min(column + 1, cells.count))
    default: cells = []
    }
  }

  /// Fills columns with spaces.
  mutating func blank(_ columns: Range<Int>) {
    replaceTabs()
    for column in columns where cells.indices.contains(column) {
      free(column)
      cells[column] = Cell(character: " ", style: TextStyle())
    }
  }

  /// Deletes columns and moves the rest to the left.
  mutating func remove(_ count: Int, at column: Int) {
    guard column < cells.count else { return }
    replaceTabs()
    free(column)
    cells.removeSubrange(column..<column + min(count, cells.count - column))
    if column < cells.count, cells[column].character == nil { cells[column].character = " " }
  }

  /// Inserts spaces at a column and moves the rest to the right.
  mutating func insert(_ count: Int, at column: Int) {
    guard column < cells.count else { return }
    replaceTabs()
    free(column)
    let space = Cell(character: " ", style: TextStyle())
    cells.insert(contentsOf: Array(repeating: space, count: count), at: column)
  }

  /// Appends the line to a text.
  func append(to text: inout StyledText) {
    for cell in cells {
      if let character = cell.character { text.append(String(character), cell.style) }
    }
  }

  private mutating func prepare(for column: Int) {
    if column < cells.count { replaceTabs() }
    while cells.count < column { cells.append(Cell(character: " ", style: TextStyle())) }
  }

  private mutating func write(_ cell: Cell, at column: Int) {
    if column < cells.count { cells[column] = cell } else { cells.append(cell) }
  }

  /// Replaces a wide character that covers a column with spaces.
  private mutating func free(_ column: Int) {
    guard cells.indices.contains(column) else { return }
    let isSecond = cells[column].character == nil
    let other = isSecond ? column - 1 : column + 1
    guard cells.indices.contains(other), isSecond || cells[other].character == nil else { return }
    for half in [column, other] { cells[half].character = " " }
  }

  private mutating func replaceTabs() {
    guard hasTabs else { return }
    hasTabs = false
    var isTab = false
    for column in cells.indices {
      if let character = cells[column].character { isTab = character == "\t" }
      if isTab { cells[column].character = " " }
    }
  }
}

extension Character {
  /// Whether a terminal uses two columns for the character: Chinese, Japanese, Korean and most
  /// emoji.
  fileprivate var isWideInTerminals: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first.value < 0x1100 { return false }
    if first.properties.isEmojiPresentation { return true }
    // A variation selector for emoji presentation.
    if unicodeScalars.dropFirst().first?.value == 0xFE0F { return true }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
