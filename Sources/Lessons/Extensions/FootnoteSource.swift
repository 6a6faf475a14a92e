/// A footnote definition in the source: `[^label]: text`, and the lines below it that are indented
/// by four spaces.
struct FootnoteSource {
  let label: String
  let line: Int
  /// The text, without its indent.
  let content: SourceText
  /// The numbers of all lines that belong to the definition.
  let lines: Range<Int>

  /// Finds the definitions of a document, ignoring the lines in `code`.
  static func find(in source: SourceText, code: Set<Int>) -> [FootnoteSource] {
    var found: [FootnoteSource] = []
    var line = source.numbers.lowerBound
    while line < source.numbers.upperBound {
      guard !code.contains(line), let opening = opening(of: source[line]) else {
        line += 1
        continue
      }
      let end = end(after: line, in: source)
      let content = [opening.text] + (line + 1..<end).map { unindented(source[$0]) }
      found.append(
        FootnoteSource(
          label: opening.label, line: line,
          content: SourceText(content, file: source.file, firstLine: line), lines: line..<end))
      line = end
    }
    return found
  }

  private static func opening(of line: Substring) -> (label: String, text: Substring)? {
    guard line.contains("[^"), let match = line.prefixMatch(of: /\ {0,3}\[\^([^\]\s\[]+)\]:[\ \t]*/)
    else { return nil }
    return (String(match.1), line[match.range.upperBound...])
  }

  /// The first line after the definition.
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
