/// The lines of a file, or some of them, with their numbers.
struct SourceText {
  /// The file, as the user named it.
  let file: String
  /// The number of the first line.
  let firstLine: Int
  /// The column in the file, counted from 1, at which its lines begin.
  let firstColumn: Int
  /// The lines without line ends.
  let lines: [Substring]

  /// Splits a text at LF, CRLF or CR.
  init(_ text: String, file: String) {
    var lines = text.withoutByteOrderMark.split(
      omittingEmptySubsequences: false, whereSeparator: isLineEnd)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.init(lines, file: file, firstLine: 1)
  }

  /// Uses lines that begin at line `firstLine` of a file.
  init(_ lines: [Substring], file: String, firstLine: Int, firstColumn: Int = 1) {
    self.file = file
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.lines = lines
  }

  /// A line by its number in the file; empty if there is no such line.
  subscript(line: Int) -> Substring {
    lines.indices.contains(line - firstLine) ? lines[line - firstLine] : ""
  }

  /// The numbers of its lines in the file.
  var numbers: Range<Int> { firstLine..<firstLine + lines.count }

  /// Returns the text with some lines emptied, so that all others keep their numbers.
  func emptying(_ numbers: some Sequence<Int>) -> SourceText {
    var lines = lines
    for number in numbers { lines[number - firstLine] = "" }
    return SourceText(lines, file: file, firstLine: firstLine)
  }

  /// A place in this file.
  func place(_ line: Int, _ column: Int? = nil) -> Place {
    Place(file: file, line: line, column: column)
  }
}

extension String {
  /// The text without a leading byte order mark, which some editors add.
  var withoutByteOrderMark: String {
    guard unicodeScalars.first == "\u{FEFF}" else { return self }
    return String(unicodeScalars.dropFirst())
  }
}

/// Whether CommonMark ends a line there; Unicode's other line separators are ordinary characters.
private func isLineEnd(_ character: Character) -> Bool {
  character == "\n" || character == "\r\n" || character == "\r"
}
