package import Lessons

/// Finds where in the lesson a line and column of its program stand.
package struct SourceMap {
  private let program: Program

  package init(_ program: Program) { self.program = program }

  /// The lesson's place of what the compiler or a backtrace calls `line` and `column` (in bytes).
  ///
  /// Only cells keep columns, behind the list or quotation in which they stand. What is said of a
  /// line behind a step's end, as of a brace never closed, is said of its last line.
  package func place(line: Int, column: Int? = nil) -> Place {
    // A footnote's steps come last, wherever in the lesson it stands.
    let above = program.steps.filter { $0.firstLine <= line }
    guard let nearest = above.map(\.firstLine).max(),
      let step = above.last(where: { $0.firstLine == nearest })
    else {
      return Place(file: program.file, line: line)
    }
    guard line <= step.lastLine, case .cell(let cell) = step else {
      return Place(file: program.file, line: min(line, step.lastLine))
    }
    let shown = column.flatMap { cell.column(ofByte: $0, inLine: line - cell.codeLine) }
    return Place(file: program.file, line: line, column: shown)
  }
}

extension Cell {
  /// The lesson's column, in characters from 1, of a byte of a line of the code.
  fileprivate func column(ofByte byte: Int, inLine line: Int) -> Int? {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    guard byte > 0, lines.indices.contains(line), indents.indices.contains(line) else { return nil }
    let before = String(decoding: lines[line].utf8.prefix(byte - 1), as: UTF8.self)
    return indents[line] + before.count + 1
  }
}
