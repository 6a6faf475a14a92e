/// A footnote's definition as it stands in the source: `[^label]: words`, and lines below it that
/// are indented by four.
struct FootnoteSource {
  let label: String
  let line: Int
  /// The words, their own indent taken away.
  let content: SourceText
  /// All lines that belong to the definition.
  let lines: Range<Int>

  /// The definitions of a document; lines in `code` hold none.
  static func find(in source: SourceText, code: Set<Int>) -> [FootnoteSource] {
    var found: [FootnoteSource] = []
    var line = source.numbers.lowerBound
    while line < source.numbers.upperBound {
      guard !code.contains(line), let opening = opening(of: source[line]) else {
        line += 1
        continue
      }
      let end = end(after: line, in: source)
      let content = [opening.words] + (line + 1..<end).map { unindented(source[$0]) }
      found.append(
        FootnoteSource(
          label: opening.label, line: line,
          content: SourceText(content, file: source.file, firstLine: line), lines: line..<end))
      line = end
    }
    return found
  }

  private static func opening(of line: Substring) -> (label: String, words: Substring)? {
    guard line.contains("[^"), let match = line.prefixMatch(of: /\ {0,3}\[\^([^\]\s\[]+)\]:[\ \t]*/)
    else { return nil }
    return (String(match.1), line[match.range.upperBound...])
  }

  /// The first line that does not belong to the definition any more.
  private static func end(after start: Int, in source: SourceText) -> Int {
    var end = start + 1
    var line = end
    while line < source.numbers.upperBound {
      let text = source[line]
      let isBlank = text.allSatisfy(\.isWhitespace)
      let isLazy = line == end && !isBlank && opening(of: text) == nil
      if !isBlank, !isLazy, !text.hasPrefix("    "), !text.hasPrefix("\t") { break }
      line += 1
      if !isBlank { end = line }
    }
    return end
  }

  private static func unindented(_ line: Substring) -> Substring {
    line.hasPrefix("\t")
      ? line.dropFirst() : line.dropFirst(line.prefix(4).prefix { $0 == " " }.count)
  }
}
