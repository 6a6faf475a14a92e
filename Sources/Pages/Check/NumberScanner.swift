/// Scans a text from left to right for numbers.
///
/// It reads `plain`, the text in lower case with full-width characters replaced by narrow ones;
/// characters have the same indices in `plain` and `original`.
struct NumberScanner {
  private let original: [Character]
  let plain: [Character]
  private let spelled: Bool
  var place = 0
  var found: [NumberInProse] = []
  /// The position after the last number.
  var lastEnd = 0

  init(_ text: String, spelled: Bool) {
    original = Array(text)
    plain = original.map { narrow($0) }
    self.spelled = spelled
  }

  /// Returns all numbers, in order.
  mutating func numbers() -> [NumberInProse] {
    while place < plain.count {
      let start = place
      if isDigit(place) || isVulgar(place) {
        readNumber()
      } else if spelled, plain[place].isLetter, !isLatin(place - 1), readSpelledNumber() {
      } else {
        place = start + 1
      }
    }
    return found
  }

  private mutating func readNumber() {
    let isName = isLatin(place - 1) || "-−".contains(at(place - 1)) && isLatin(place - 2)
    let isNegative = "-−".contains(at(place - 1)) && !isWord(place - 2)
    let start = isNegative && !isName ? place - 1 : place
    var quantity = quantity()
    if isName { return }
    if isNegative { quantity.candidates = quantity.candidates.map(\.negated) }
    if readRange(from: start, quantity) { return }
    if let whole = quantity.whole, readCount(whole, from: start) { return }
    add(quantity, from: start)
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(original[start..<end]).trimmed
  }
}

/// A character in lower case, and narrow if it is full-width.
private func narrow(_ character: Character) -> Character {
  if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
    0xFF01...0xFF5E ~= scalar.value, let plain = UnicodeScalar(scalar.value - 0xFEE0)
  {
    return Character(plain)
  }
  let small = character.lowercased()
  return small.count == 1 ? small.first ?? character : character
}

extension Character {
  var isLatinLetter: Bool { isLetter && (isASCII || ("À"..."ɏ").contains(self)) }
}

extension String {
  /// The string without whitespace at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
