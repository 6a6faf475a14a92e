internal import Foundation
internal import Records

extension Comparison {
  /// The differences for other programs: one JSON object per line, with sorted keys, numbers in full
  /// precision, and NaN and ∞ spelled as in JavaScript.
  ///
  /// The keys of an object; those that do not apply are missing:
  ///
  /// | key | value |
  /// |---|---|
  /// | `file`, `line` | the lesson, and the line in its current text; no line for removed items |
  /// | `kind` | `claim`, `value`, `figure`, `table`, `output`, `failure`, `lesson` or `engine` |
  /// | `name` | a claim's, figure's or table's name, a value's expression, a cell's label |
  /// | `change` | `fails`, `holds`, `near` (claims); `moved`; `differs`; `new`; `gone` |
  /// | `from`, `to` | a number, or text as shown; for figures and tables, the value that moved most |
  /// | `absolute`, `relative` | the difference, and its share of `from` |
  /// | `demanded`, `left` | a claim's demand, and the remaining share of its margin (< 0: fails) |
  /// | `series`, `at` | a figure's series or a table's column, and the row as names with values |
  /// | `count` | the number of values of the figure or table that differ |
  /// | `newRows`, `goneRows`, `newSeries`, `goneSeries` | the rows and series that were added or removed |
  /// | `words` | titles, captions and other text that differ: `what`, `from`, `to` |
  /// | `textLine` | the first line of an output that differs |
  public var json: String {
    let engine = engines.map { from, to in
      var line = JSONLine(kind: "engine", change: "differs")
      line.from = .text(from)
      line.to = .text(to)
      return line
    }
    let lines = [engine].compactMap(\.self) + differences.map { JSONLine($0) }
    let encoder = Wire.encoder
    return lines.map { line in
      guard let data = try? encoder.encode(line) else {
        fatalError("a difference cannot be encoded: \(line)")
      }
      return String(decoding: data, as: UTF8.self) + "\n"
    }.joined()
  }
}
