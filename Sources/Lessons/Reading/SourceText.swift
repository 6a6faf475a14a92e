/// A file's text, line by line.
struct SourceText {
  /// The file, as the user named it.
  let file: String
  /// The lines without their ends.
  let lines: [Substring]

  /// A text whose lines end in LF, CRLF or CR.
  init(_ text: String, file: String) {
    self.file = file
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// A line, counted from 1; beyond the last it is empty.
  subscript(line: Int) -> Substring {
    lines.indices.contains(line - 1) ? lines[line - 1] : ""
  }

  /// The text with the first `count` lines emptied, so that all others keep their numbers.
  func text(without count: Int) -> String {
    var text = String(repeating: "\n", count: count)
    for line in lines.dropFirst(count) {
      text += line
      text += "\n"
    }
    return text
  }

  /// A place in this file.
  func place(_ line: Int, _ column: Int? = nil) -> Place {
    Place(file: file, line: line, column: column)
  }
}

/// CommonMark's line ends; Unicode's others are characters like any.
private func isLineEnd(_ character: Character) -> Bool {
  character == "\n" || character == "\r\n" || character == "\r"
}
