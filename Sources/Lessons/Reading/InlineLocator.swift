/// Finds the line on which an inline stands, which libcmark does not tell.
///
/// Inlines are asked for in the order of the text, so each search begins where the last one ended.
struct InlineLocator {
  private let source: SourceText
  /// The line reached.
  private(set) var line = 1
  private var lastLine = 1
  private var column: Substring.Index?

  init(_ source: SourceText) { self.source = source }

  /// Turns to the lines of another block, unless it is the one at hand.
  mutating func enter(_ lines: ClosedRange<Int>) {
    guard lines.upperBound != lastLine || !(lines ~= line) else { return }
    line = lines.lowerBound
    lastLine = lines.upperBound
    column = nil
  }

  /// The line of the next `text`; it is the current line where the text is not found as written.
  mutating func line(of text: String) -> Int {
    let wanted = text.prefix { $0 != "\n" }
    for candidate in line...max(line, lastLine) {
      let content = source[candidate]
      let start = candidate == line ? column ?? content.startIndex : content.startIndex
      if let found = content[start...].firstRange(of: wanted) {
        line = candidate
        column = found.upperBound
        return candidate
      }
    }
    return line
  }
}

extension InlineValue {
  /// The value in a code span's text, or nil where the span is plain code.
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
