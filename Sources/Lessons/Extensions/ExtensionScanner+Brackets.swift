// Footnotes and citations.

extension ExtensionScanner {
  var isAtLineStart: Bool {
    bytes[..<index].reversed().prefix { $0 != .newline }
      .allSatisfy { $0.isSpace || $0 == .greater }
  }

  mutating func scanBracket() {
    let inside = bytes[(index + 1)...].prefix { $0 != .closeBracket && $0 != .openBracket }
    let end = inside.endIndex
    let after = byte(end + 1)
    guard byte(end) == .closeBracket, after != .openParenthesis, after != .openBracket else {
      index += 1
      return
    }
    let text = String(decoding: inside, as: UTF8.self)
    if text.hasPrefix("^"), text.count > 1, !text.contains(where: \.isWhitespace) {
      if byte(end + 1) == .colon, isAtLineStart { report(MarkupProblem.footnoteInContainer) }
      addMatch(upTo: end + 1, .footnote(String(text.dropFirst())))
    } else if let citations = Citation.all(in: text) {
      addMatch(upTo: end + 1, .citation(citations))
    } else {
      if byte(index - 1) != .closeParenthesis, let problem = MarkupProblem.bracket(text, at: index)
      {
        problems.append(problem)
      }
      index += 1
    }
  }
}

extension Citation {
  /// Parses the text in the brackets of a citation, `@one; -@two, p. 3`; nil if it is not one.
  fileprivate static func all(in text: String) -> [Citation]? {
    guard text.hasPrefix("@") || text.hasPrefix("-@") else { return nil }
    var citations: [Citation] = []
    for part in text.split(separator: ";") {
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
