/// A file's text, or some lines of it, line by line.
struct SourceText {
  /// The file, as the user named it.
  let file: String
  /// The number of the first line.
  let firstLine: Int
  /// The character, from 1, at which its lines begin in the file.
  let firstColumn: Int
  /// The lines without their ends.
  let lines: [Substring]

  /// A text whose lines end in LF, CRLF or CR.
  init(_ text: String, file: String) {
    var lines = text.withoutByteOrderMark.split(
      omittingEmptySubsequences: false, whereSeparator: isLineEnd)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.init(lines, file: file, firstLine: 1)
  }

  /// Lines that begin at line `firstLine` of a file.
  init(_ lines: [Substring], file: String, firstLine: Int, firstColumn: Int = 1) {
    self.file = file
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.lines = lines
  }

  /// A line by its number in the file; beyond the last it is empty.
  subscript(line: Int) -> Substring {
    lines.indices.contains(line - firstLine) ? lines[line - firstLine] : ""
  }

  /// The numbers of the lines.
  var numbers: Range<Int> { firstLine..<firstLine + lines.count }

  /// The same with some lines emptied, so that all others keep their numbers.
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
  /// The same without the mark that some editors put before UTF-8.
  var withoutByteOrderMark: String {
    guard unicodeScalars.first == "\u{FEFF}" else { return self }
    return String(unicodeScalars.dropFirst())
  }
}

/// CommonMark's line ends; Unicode's others are characters like any.
private func isLineEnd(_ character: Character) -> Bool {
  character == "\n" || character == "\r\n" || character == "\r"
}
