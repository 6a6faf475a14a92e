internal import Records

/// A terminal emulator that renders the final state of a program's output.
///
/// It has as many columns and lines as needed, and never scrolls. A progress bar that is redrawn
/// with `\r` shows its last state, colours become styles, and other control characters disappear.
package struct TerminalScreen {
  /// The maximum column to which the cursor can be moved beyond the output.
  private static let columns = 1000
  /// The maximum row to which the cursor can be moved beyond the output.
  private static let rows = 100

  private var lines = [TerminalLine()]
  private var row = 0
  private var column = 0
  private var style = TextStyle()
  private var saved = (row: 0, column: 0)

  private init() {}

  /// Returns the text for a record of this output, see ``StyledText``.
  package static func text(of output: String) -> String {
    guard output.utf8.contains(where: canBeControl) else { return output }
    var screen = TerminalScreen()
    for token in TerminalScanner(output) { screen.apply(token) }
    return screen.shown.recorded
  }

  /// Whether a byte can be part of a control character or noncharacter.
  private static func canBeControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") || byte == 0x7F || byte == 0xC2 || byte >= 0xEF
  }

  private mutating func apply(_ token: TerminalToken) {
    switch token {
    case .text(let text): put(text)
    case .control(let control): apply(control)
    case .sequence(let sequence): apply(sequence)
    }
  }

  private mutating func put(_ text: Substring) {
    for character in text {
      column = lines[row].put(character, style, at: column)
    }
  }

  private mutating func apply(_ control: TerminalToken.Control) {
    switch control {
    case .lineFeed:
      column = 0
      moveDown()
    case .verticalTab: moveDown()
    case .carriageReturn: column = 0
    case .backspace: column = max(0, column - 1)
    case .tab: column = lines[row].putTab(style, at: column)
    case .reverseLineFeed: row = max(0, row - 1)
    case .save: saved = (row, column)
    case .restore: move(to: saved.row, saved.column)
    case .reset: self = TerminalScreen()
    }
  }

  private mutating func moveDown() {
    row += 1
    if row == lines.count { lines.append(TerminalLine()) }
  }

  private mutating func move(to row: Int, _ column: Int) {
    let lowest = max(lines.count, TerminalScreen.rows) - 1
    self.row = min(max(0, row), lowest)
    let rightmost = max(TerminalScreen.columns, self.column)
    self.column = min(max(0, column), rightmost)
    while lines.count <= self.row { lines.append(TerminalLine()) }
  }

  private mutating func apply(_ sequence: TerminalToken.Sequence) {
    let count = sequence.count
    switch sequence.final {
    case "m": style.apply(sequence.parameters)
    case "A": move(to: row - count, column)
    case "B", "e": move(to: row + count, column)
    case "C", "a": move(to: row, column + count)
    case "D": move(to: row, column - count)
    case "E": move(to: row + count, 0)
    case "F": move(to: row - count, 0)
    case "G", "`": move(to: row, count - 1)
    case "d": move(to: count - 1, column)
    case "H", "f": move(to: count - 1, max(1, sequence.parameter(1)) - 1)
    case "s": saved = (row, column)
    case "u": move(to: saved.row, saved.column)
    default: edit(sequence, count)
    }
  }

  private mutating func edit(_ sequence: TerminalToken.Sequence, _ count: Int) {
    switch sequence.final {
    case "J": erase(sequence.parameter(0))
    case "K": lines[row].erase(sequence.parameter(0), at: column)
    case "X": lines[row].blank(column..<column + min(count, TerminalScreen.columns))
    case "P": lines[row].remove(count, at: column)
    case "@": lines[row].insert(min(count, TerminalScreen.columns), at: column)
    case "L":
      lines.insert(
        contentsOf: Array(repeating: TerminalLine(), count: min(count, TerminalScreen.rows)),
        at: row)
    case "M":
      lines.removeSubrange(row..<min(row + count, lines.count))
      if row == lines.count { lines.append(TerminalLine()) }
    default: break
    }
  }

  /// Erases below the cursor (0), above it (1), or all (2, 3).
  private mutating func erase(_ part: Int) {
    if part == 0 {
      lines[row].erase(0, at: column)
      lines.removeSubrange((row + 1)...)
    } else {
      let last = part == 1 ? row : lines.count
      for line in 0..<last { lines[line] = TerminalLine() }
      if part == 1 { lines[row].erase(1, at: column) }
    }
  }

  /// All lines down to the cursor or to the last line that is not empty.
  private var shown: StyledText {
    let last = max(row, lines.lastIndex { !$0.isEmpty } ?? 0)
    var text = StyledText()
    for (number, line) in lines[...last].enumerated() {
      if number > 0 { text.append("\n", TextStyle()) }
      line.append(to: &text)
    }
    return text
  }
}
