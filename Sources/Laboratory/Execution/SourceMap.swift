package import Lessons

/// Maps lines and columns of a program's source to its lesson.
package struct SourceMap {
  private let program: Program

  package init(_ program: Program) { self.program = program }

  /// Returns the lesson's place of a line and column (in bytes) in a message or backtrace.
  ///
  /// Columns are mapped for cells only, adding the indent of an enclosing list or quotation. A line
  /// beyond the end of a step, as of an unclosed brace, becomes the step's last line.
  package func place(line: Int, column: Int? = nil) -> Place {
    // The steps of a footnote come last, wherever it is in the lesson.
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
  /// Returns the lesson's column, in characters from 1, of a byte in a line of the code.
  fileprivate func column(ofByte byte: Int, inLine line: Int) -> Int? {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    guard byte > 0, lines.indices.contains(line), indents.indices.contains(line) else { return nil }
    let before = String(decoding: lines[line].utf8.prefix(byte - 1), as: UTF8.self)
    return indents[line] + before.count + 1
  }
}
