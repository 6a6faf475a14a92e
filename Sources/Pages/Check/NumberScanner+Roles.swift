/// The role of a number: a label, a setting or a size.
extension NumberScanner {
  func role(of quantity: Quantity, from start: Int) -> NumberInProse.Role {
    guard let whole = quantity.whole else { return quantity.candidates.isEmpty ? .label : .size }
    if isLabelled(start) || isOrdinal || isYear(whole, start) { return .label }
    return isSetting ? .setting : .size
  }

  /// Whether the word before makes the number a label: `layer 3`, `第3层`, `layers 3 and 4`.
  private func isLabelled(_ start: Int) -> Bool {
    if "第§#№".contains(at(start - 1)) { return true }
    let between = String(plain[lastEnd..<start]).trimmed
    if found.last?.role == .label, lastEnd > 0,
      [",", "and", "und", "&", "or", "to"].contains(between)
    {
      return true
    }
    let before = plain[..<start].reversed().drop { $0.isWhitespace || $0 == "." }
    let word = String(before.prefix { $0.isLetter }.reversed())
    return NumberWords.labels.contains(word)
  }

  /// Whether the text after makes the number a rank or a part of a name: `3rd`, `8-bit`, `3. Schicht`.
  private var isOrdinal: Bool {
    let rest = String(plain[place...].prefix { $0.isLatinLetter })
    if ["st", "nd", "rd", "th", "d", "er", "te", "ter", "e"].contains(rest) { return true }
    if at(place) == "-", isLatin(place + 1) {
      let word = String(plain[(place + 1)...].prefix { $0.isLetter })
      return !["fold", "times", "fach", "percent"].contains(word)
    }
    let next = words(after: place + 1, 1)
    return at(place) == "." && next.contains(where: NumberWords.labels.contains)
  }

  private func isYear(_ number: Int, _ start: Int) -> Bool {
    guard 1900...2099 ~= number, words(after: place, 1).isEmpty, place - start == 4 else {
      return false
    }
    let before = String(
      plain[..<start].reversed().drop { $0 == " " }.prefix { $0.isLetter }.reversed())
    let prepositions = [
      "in", "since", "of", "from", "until", "before", "after", "by", "im", "seit", "von", "al",
    ]
    return prepositions.contains(before) || "('".contains(at(start - 1))
  }

  private var isSetting: Bool {
    if let next = plain[place...].first(where: { $0 != " " }),
      NumberWords.settings.contains(String(next))
    {
      return true
    }
    return words(after: place, 2).contains(where: NumberWords.settings.contains)
  }
}
