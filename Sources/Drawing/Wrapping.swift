/// Words broken into lines.
package enum Wrapping {
  /// Lines no wider than a measure: broken at spaces and around Chinese characters, inside a
  /// word only if the word alone is too wide.
  package static func lines(_ words: String, within width: Double, size: Double, bold: Bool = false)
    -> [String]
  {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: words) {
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

  /// At most so many lines; what is left out shows as an ellipsis.
  package static func lines(
    _ words: String, within width: Double, atMost count: Int, size: Double, bold: Bool = false
  ) -> [String] {
    let all = lines(words, within: width, size: size, bold: bold)
    guard all.count > count, var last = all.prefix(count).last else { return all }
    while !last.isEmpty, TextWidth.of(last + "…", size: size, bold: bold) > width {
      last.removeLast()
    }
    return all.prefix(count - 1) + [last + "…"]
  }

  /// Whether some word alone is wider than a measure.
  package static func breaksWords(
    _ words: String, within width: Double, size: Double, bold: Bool = false
  ) -> Bool {
    pieces(of: words).contains { TextWidth.of(trimmed($0), size: size, bold: bold) > width }
  }

  /// The parts between which a line may end, each with the space that follows it.
  private static func pieces(of words: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = words.startIndex
    for index in words.indices {
      let next = words.index(after: index)
      let endsHere =
        next == words.endIndex || isIdeograph(words[index])
        || words[index] == "-" || words[index] == "–"
        || words[index].isWhitespace && !words[next].isWhitespace || isIdeograph(words[next])
      guard endsHere else { continue }
      pieces.append(words[start..<next])
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
