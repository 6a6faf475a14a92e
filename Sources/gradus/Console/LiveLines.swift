/// Lines at the end of a terminal that are redrawn in place.
///
/// The cursor is never hidden and always rests at the start of the line below, so the terminal
/// remains usable however the program ends.
struct LiveLines {
  /// The width in columns of each line on the screen.
  private var widths: [Int] = []
  /// The text on the screen, and the width of the terminal when it was drawn.
  private var drawn: (text: String, columns: Int) = ("", 0)

  /// Returns the output that replaces the lines on the screen by new ones.
  ///
  /// Lines are cut to the width of the terminal, and there are fewer of them than it has rows.
  mutating func redraw(
    _ lines: [(name: String, details: String)], on size: (columns: Int, rows: Int),
    isColoured: Bool
  ) -> String {
    var text = ""
    var newWidths = [Int]()
    for line in lines.prefix(size.rows - 1) {
      let name = line.name.truncated(to: size.columns - 1)
      let details = line.details.truncated(to: max(0, size.columns - 3 - name.count))
      let gap = details.isEmpty ? "" : "  "
      text += name + gap + (isColoured ? "\u{1B}[2m\(details)\u{1B}[0m" : details) + "\n"
      newWidths.append(name.count + gap.count + details.count)
    }
    if drawn == (text, size.columns) { return "" }
    let erasure = erase(size.columns)
    widths = newWidths
    drawn = (text, size.columns)
    return erasure + text
  }

  /// Returns the output that erases the lines on the screen.
  ///
  /// A terminal that has become narrower can have wrapped them.
  mutating func erase(_ columns: Int) -> String {
    let rows = widths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
    widths = []
    drawn = ("", 0)
    return rows == 0 ? "" : "\r\u{1B}[\(rows)A\u{1B}[J"
  }
}

extension String {
  /// The string, cut to a number of columns and ending in `…` if it is longer.
  fileprivate func truncated(to columns: Int) -> String {
    count <= columns ? self : columns <= 0 ? "" : String(prefix(columns - 1)) + "…"
  }
}
