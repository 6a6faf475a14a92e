/// Breaks text into lines.
package enum TextWrapping {
  /// Breaks text into lines no wider than `width`: at spaces, hyphens and Chinese characters, and
  /// inside a word only if the word alone is too wide.
  package static func lines(_ text: String, within width: Double, size: Double, bold: Bool = false)
    -> [String]
  {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if fits(line + trimmed(piece)) {
        line += piece
        continue
      }
      if !line.isEmpty { lines.append(trimmed(line)) }
      line = ""
      for character in piece {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return trimmed(line).isEmpty ? lines : lines + [trimmed(line)]

    func fits(_ text: String) -> Bool { TextWidth.of(text, size: size, bold: bold) <= width }
  }

  /// Breaks text into at most `count` lines; what does not fit is replaced by an ellipsis.
  package static func lines(
    _ text: String, within width: Double, atMost count: Int, size: Double, bold: Bool = false
  ) -> [String] {
    let all = lines(text, within: width, size: size, bold: bold)
    guard all.count > count, var last = all.prefix(count).last else { return all }
    while !last.isEmpty, TextWidth.of(last + "…", size: size, bold: bold) > width {
      last.removeLast()
    }
    return all.prefix(count - 1) + [last + "…"]
  }

  /// Whether a word alone is wider than `width`.
  package static func breaksWords(
    _ text: String, within width: Double, size: Double, bold: Bool = false
  ) -> Bool {
    pieces(of: text).contains { TextWidth.of(trimmed($0), size: size, bold: bold) > width }
  }

  /// The parts between which a line can end, each with its trailing space.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices {
      let next = text.index(after: index)
      let endsHere =
        next == text.endIndex || isIdeograph(text[index])
        || text[index] == "-" || text[index] == "–"
        || text[index].isWhitespace && !text[next].isWhitespace || isIdeograph(text[next])
      guard endsHere else { continue }
      pieces.append(text[start..<next])
      start = next
    }
    return pieces
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { 0x2E80..<0xFE00 ~= $0.value } ?? false
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text[start...].lastIndex { !$0.isWhitespace }.map(text.index(after:))
    return String(text[start..<(end ?? start)])
  }
}
