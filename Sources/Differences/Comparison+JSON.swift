internal import Foundation
internal import Records

extension Comparison {
  /// The differences for other programs: a JSON object a line, keys in order, numbers in full and
  /// NaN and ∞ as the words of JavaScript.
  ///
  /// What an object may hold, and what not being there means:
  ///
  /// | key | what |
  /// |---|---|
  /// | `file`, `line` | the lesson, and the line in it as it is now; no line for what is gone |
  /// | `kind` | `claim`, `value`, `figure`, `table`, `output`, `failure`, `lesson` or `engine` |
  /// | `name` | a claim's, figure's or table's name, a value's expression, a cell's label |
  /// | `change` | `fails`, `holds`, `near` (claims); `moved`; `differs`; `new`; `gone` |
  /// | `from`, `to` | a number, or text as it is shown; of a figure or table where it moved most |
  /// | `absolute`, `relative` | by how much, and by which share of `from` |
  /// | `demanded`, `left` | a claim's demand, and the share of what it allows that is left (< 0: fails) |
  /// | `series`, `at` | a figure's series or a table's column, and the row: names with values |
  /// | `count` | how many values of the figure or table differ |
  /// | `newRows`, `goneRows`, `newSeries`, `goneSeries` | what came and went in it |
  /// | `words` | other words of it that differ: `what`, `from`, `to` |
  /// | `textLine` | the first line of an output that differs |
  public var json: String {
    let engine = engines.map { from, to in
      var line = JSONLine(kind: "engine", change: "differs")
      (line.from, line.to) = (.text(from), .text(to))
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
