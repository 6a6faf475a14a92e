/// Lines of a terminal that are drawn over and over.
///
/// The cursor is never hidden and always stands at the start of the line below, so whatever ends
/// the program leaves a terminal that can be used.
struct Canvas {
  /// How many columns each line takes that stands there.
  private var widths: [Int] = []
  /// What stands there, and on how many columns it was drawn.
  private var standing: (text: String, columns: Int) = ("", 0)

  /// What draws lines in place of those that stand: no wider than the terminal, nor higher.
  mutating func drawn(
    _ lines: [(name: String, details: String)], on size: (columns: Int, rows: Int),
    isColoured: Bool
  ) -> String {
    var (text, widths) = ("", [Int]())
    for line in lines.prefix(size.rows - 1) {
      let name = line.name.cut(to: size.columns - 1)
      let details = line.details.cut(to: max(0, size.columns - 3 - name.count))
      let gap = details.isEmpty ? "" : "  "
      text += name + gap + (isColoured ? "\u{1B}[2m\(details)\u{1B}[0m" : details) + "\n"
      widths.append(name.count + gap.count + details.count)
    }
    if standing == (text, size.columns) { return "" }
    let erasure = erased(size.columns)
    (self.widths, standing) = (widths, (text, size.columns))
    return erasure + text
  }

  /// What erases the lines that stand.
  ///
  /// A terminal that has become narrower may have wrapped them.
  mutating func erased(_ columns: Int) -> String {
    let rows = widths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
    (widths, standing) = ([], ("", 0))
    return rows == 0 ? "" : "\r\u{1B}[\(rows)A\u{1B}[J"
  }
}

extension String {
  /// The text in so many columns at most, its end cut off where it is longer.
  fileprivate func cut(to columns: Int) -> String {
    count <= columns ? self : columns <= 0 ? "" : String(prefix(columns - 1)) + "…"
  }
}
