// Footnotes and citations.

extension AdditionScanner {
  var beginsALine: Bool {
    bytes[..<index].reversed().prefix { $0 != .newline }.allSatisfy { $0.isSpace || $0 == .greater }
  }

  mutating func takeBracket() {
    let inside = bytes[(index + 1)...].prefix { $0 != .closeBracket && $0 != .openBracket }
    let end = inside.endIndex
    let after = byte(end + 1)
    guard byte(end) == .closeBracket, after != .openParenthesis, after != .openBracket else {
      index += 1
      return
    }
    let words = String(decoding: inside, as: UTF8.self)
    if words.hasPrefix("^"), words.count > 1, !words.contains(where: \.isWhitespace) {
      if byte(end + 1) == .colon, beginsALine { report(FormProblem.noteInContainer) }
      take(end + 1, .footnote(String(words.dropFirst())))
    } else if let citations = Citation.all(in: words) {
      take(end + 1, .citation(citations))
    } else {
      if byte(index - 1) != .closeParenthesis, let problem = FormProblem.bracket(words, at: index) {
        problems.append(problem)
      }
      index += 1
    }
  }
}

extension Citation {
  /// The works in a citation's brackets, `@one; -@two, p. 3`; nil where these hold something else.
  fileprivate static func all(in words: String) -> [Citation]? {
    guard words.hasPrefix("@") || words.hasPrefix("-@") else { return nil }
    var citations: [Citation] = []
    for part in words.split(separator: ";") {
      let trimmed = part.drop(while: \.isWhitespace)
      let named = trimmed.hasPrefix("-") ? trimmed.dropFirst() : trimmed
      let key = named.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-:.".contains($0) }
      let locator = named[key.endIndex...]
      guard named.hasPrefix("@"), !key.isEmpty, !locator.contains("@") else { return nil }
      citations.append(
        Citation(
          key: String(key), locator: String(locator),
          namesAuthors: !trimmed.hasPrefix("-")))
    }
    return citations.isEmpty ? nil : citations
  }
}
