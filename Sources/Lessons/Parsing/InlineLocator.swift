/// Finds the lines of inlines, which libcmark does not report.
///
/// Inlines are located in the order of the text, so each search starts where the last one ended.
struct InlineLocator {
  private let source: SourceText
  /// The line of the last inline that was found.
  private(set) var line = 1
  private var lastLine = 1
  private var column: Substring.Index?

  init(_ source: SourceText) { self.source = source }

  /// Moves to the lines of another block, unless it is the current one.
  mutating func enter(_ lines: ClosedRange<Int>) {
    guard lines.upperBound != lastLine || !(lines ~= line) else { return }
    line = lines.lowerBound
    lastLine = lines.upperBound
    column = nil
  }

  /// The line of the next occurrence of `text`; the current line if it does not occur literally.
  mutating func line(of text: String) -> Int {
    let firstLine = text.prefix { $0 != "\n" }
    for candidate in line...max(line, lastLine) {
      let content = source[candidate]
      let start = candidate == line ? column ?? content.startIndex : content.startIndex
      if let found = content[start...].firstRange(of: firstLine) {
        line = candidate
        column = found.upperBound
        return candidate
      }
    }
    return line
  }
}

extension InlineValue {
  /// Parses the text of a code span; nil if it is plain code.
  init?(_ literal: String, index: Int, locator: inout InlineLocator) {
    guard literal.hasPrefix("{swift"), let brace = literal.firstIndex(of: "}") else { return nil }
    let words = literal[..<brace].dropFirst().split(separator: " ")
    let code = literal[literal.index(after: brace)...].drop(while: \.isWhitespace)
    guard words.first == "swift", words.count <= 2, !code.isEmpty else { return nil }
    self.init(
      index: index, code: String(code),
      session: words.count == 2 ? String(words[1]) : CellOptions.defaultSession,
      line: locator.line(of: "`\(literal.prefix(24))"))
  }
}
