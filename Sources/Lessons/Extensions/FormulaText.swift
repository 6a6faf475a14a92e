/// The text between two dollar signs, to decide whether it is a formula or prose.
struct FormulaText {
  /// A run of letters outside commands and braces.
  private struct Word {
    var count = 0
    /// Whether it has a space, punctuation or an end of the text on each side.
    var isSeparate = true
    /// Whether only spaces, and perhaps a comma, are between it and the next word.
    var precedesWord = false
    var isHan = false
  }

  /// Whether two words follow each other as in a sentence, or it contains Chinese or Japanese text.
  let looksLikeProse: Bool
  private let tex: String

  init(_ tex: String) {
    self.tex = tex
    let words =
      tex.utf8.contains(UInt8(ascii: " ")) || !tex.utf8.allSatisfy { $0 < 128 }
      ? Self.words(of: tex) : []
    looksLikeProse =
      words.contains { $0.isHan }
      || zip(words, words.dropFirst()).contains { first, second in
        first.count > 1 && second.count > 1 && first.isSeparate && second.isSeparate
          && first.precedesWord
      }
  }

  /// Whether it is the text between the dollar signs of two prices: `5.00, and power is 0.30`.
  var isBetweenPrices: Bool {
    guard tex.first?.isNumber == true, tex.last?.isNumber == true, !tex.contains("\\") else {
      return false
    }
    return looksLikeProse || tex.contains(/\p{L}{2,},?\s+\p{L}+\s+\d[\d.,]*$/)
      || tex.contains(/^[\d.,]*\d[,;]?\s.*\p{L}{3,}\s+\d[\d.,]*$/)
  }

  /// Whether TeX contains a value, which is only allowed in prose.
  static func containsValue(_ tex: String) -> Bool {
    tex.utf8.contains(UInt8(ascii: "{")) && tex.contains(/`\{swift\b|^\s*\{swift[ }]/)
  }

  /// The words of TeX outside commands and braces.
  private static func words(of tex: String) -> [Word] {
    var words: [Word] = []
    var rest = tex[...]
    var before: Character = " "
    while let character = rest.first {
      if character == "\\" {
        let name = rest.dropFirst().prefix(while: \.isLetter)
        rest = rest[name.endIndex...].drop { name.isEmpty && !$0.isWhitespace }
        before = "\\"
      } else if character == "{" {
        rest = rest[(rest.firstIndex(of: "}") ?? rest.index(before: rest.endIndex))...].dropFirst()
        before = "}"
      } else if character.isLetter {
        let letters = rest.prefix(while: \.isLetter)
        rest = rest[letters.endIndex...]
        words.append(word(letters, before: before, after: rest))
        before = "a"
      } else {
        rest.removeFirst()
        before = character
      }
    }
    return words
  }

  private static func word(_ letters: Substring, before: Character, after: Substring) -> Word {
    let next = after.first ?? " "
    let gap = after.prefix { $0.isWhitespace || $0 == "," }
    return Word(
      count: letters.count, isSeparate: isGap(before) && isGap(next),
      precedesWord: gap.contains(where: \.isWhitespace)
        && after[gap.endIndex...].first?.isLetter == true,
      isHan: letters.unicodeScalars.count { (0x3040...0x9FFF).contains($0.value) } > 1)
  }

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || ",.;:".contains(character)
  }
}
