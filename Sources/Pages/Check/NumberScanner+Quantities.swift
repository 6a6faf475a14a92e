/// A single number: its digits, its power of ten, its unit.
extension NumberScanner {
  /// Reads the number that begins here.
  mutating func quantity() -> Quantity {
    if let fraction = NumberWords.fractions[at(place)] {
      place += 1
      return withUnit(Quantity(exact: fraction))
    }
    let numeral = numeral()
    if skipShape() || skipDate() { return .none }
    if let fraction = NumberWords.fractions[at(place)], let whole = numeral.whole {
      place += 1
      return withUnit(Quantity(exact: Double(whole) + fraction))
    }
    var quantity = numeral
    readPower(&quantity)
    readDivisor(&quantity)
    return withUnit(quantity)
  }

  /// Reads groups of digits and their separators.
  private mutating func numeral() -> Quantity {
    let first = digits()
    var groups: [(separator: Character, digits: String)] = []
    while isDigit(place + 1), let separator = separator(after: first, groups.map(\.separator)) {
      place += 1
      groups.append((separator, digits()))
    }
    return Quantity(digits: first, groups: groups)
  }

  /// The separator at this position; nil if the digits after it do not belong to the number.
  private func separator(after first: String, _ earlier: [Character]) -> Character? {
    let separator = at(place)
    if ".,".contains(separator) { return separator }
    guard "'’ \u{A0}\u{2009}\u{202F}".contains(separator), first.count <= 3, first != "0" else {
      return nil
    }
    let isThree = (1...3).allSatisfy { isDigit(place + $0) } && !isDigit(place + 4)
    return isThree && earlier.allSatisfy { $0 == separator } ? separator : nil
  }

  private mutating func digits() -> String {
    let start = place
    while isDigit(place) { place += 1 }
    return String(plain[start..<place])
  }

  /// Reads the power in `10⁶`, `10^-6`, `9.5 × 10⁻⁷`, `1e-7`.
  private mutating func readPower(_ quantity: inout Quantity) {
    if let exponent = exponent() { return quantity.raise(to: exponent) }
    let end = place
    if "e".contains(at(place)) {
      place += 1
      if let exponent = signedDigits() { return quantity.scale(by: powerOfTen(exponent)) }
      place = end
    }
    if skipSpaces(), "×x·⋅*".contains(at(place)) {
      place += 1
      if skipSpaces(), skip("10"), let exponent = exponent() {
        return quantity.scale(by: powerOfTen(exponent))
      }
    }
    place = end
  }

  /// Reads an exponent in superscript or after `^`.
  private mutating func exponent() -> Int? {
    let start = place
    while NumberWords.superscripts[at(place)] != nil { place += 1 }
    if place > start {
      return Int(String(plain[start..<place].compactMap { NumberWords.superscripts[$0] }))
    }
    guard skip("^") else { return nil }
    let isBraced = skip("{")
    if let exponent = signedDigits(), !isBraced || skip("}") { return exponent }
    place = start
    return nil
  }

  private mutating func signedDigits() -> Int? {
    let isNegative = skip("-") || skip("−")
    if !isNegative { _ = skip("+") }
    let exponent = Int(digits())
    return isNegative ? exponent.map { -$0 } : exponent
  }

  private func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  /// Reads the denominator of `3/2`.
  private mutating func readDivisor(_ quantity: inout Quantity) {
    let end = place
    if skipSpaces(), "/⁄".contains(at(place)) {
      place += 1
      if skipSpaces(), isDigit(place), let divisor = Int(digits()), !isLatin(place) {
        return quantity.divide(by: divisor)
      }
    }
    place = end
  }

  /// Skips the rest of a shape such as `3 × 3`, but not of a power such as `3 × 10⁶`.
  private mutating func skipShape() -> Bool {
    let start = place
    var sizes = 0
    while skipSpaces(), "×x".contains(at(place)) {
      place += 1
      _ = skipSpaces()
      let size = digits()
      let isPower = NumberWords.superscripts[at(place)] != nil || at(place) == "^"
      if size.isEmpty || isPower {
        place = start
        return false
      }
      sizes += 1
    }
    if sizes == 0 { place = start }
    return sizes > 0
  }

  /// Skips the rest of a date such as `2015-06-01` or `1/6/2015` after its first number.
  private mutating func skipDate() -> Bool {
    let start = place
    for _ in 0..<2 {
      guard "-/".contains(at(place)), isDigit(place + 1) else {
        place = start
        return false
      }
      place += 1
      _ = digits()
    }
    return true
  }

  /// Reads the unit after a number, such as `million` or `%`.
  private mutating func withUnit(_ quantity: Quantity) -> Quantity {
    var quantity = quantity
    let end = place
    if skipSpaces(), let scale = scale(isAdjacent: place == end) {
      quantity.scale(by: scale)
    } else {
      place = end
    }
    let before = place
    if at(place) == "-" { place += 1 }
    if skipSpaces(), skipPercent() {
      quantity.turnIntoPercent()
    } else {
      place = before
    }
    return quantity
  }

  private mutating func scale(isAdjacent: Bool) -> Double? {
    for (word, factor) in NumberWords.scales where word != "k" || isAdjacent {
      if skip(word) { return factor }
    }
    return nil
  }

  /// Skips a percent sign or word.
  mutating func skipPercent() -> Bool { NumberWords.percent.contains { skip($0) } }

  // MARK: Characters

  func at(_ place: Int) -> Character { plain.indices.contains(place) ? plain[place] : "\n" }
  func isDigit(_ place: Int) -> Bool { at(place).isASCII && at(place).isNumber }
  func isVulgar(_ place: Int) -> Bool { NumberWords.fractions[at(place)] != nil }
  func isLetter(_ place: Int) -> Bool { at(place).isLetter }
  func isLatin(_ place: Int) -> Bool { at(place).isLatinLetter }
  func isWord(_ place: Int) -> Bool { at(place).isLetter || at(place).isNumber || at(place) == ")" }

  /// Skips `words` if they come next; the last letter must end a word.
  mutating func skip(_ words: String) -> Bool {
    let letters = Array(words)
    let end = place + letters.count
    guard end <= plain.count, plain[place..<end].elementsEqual(letters) else { return false }
    if letters.last?.isLatinLetter == true, isLatin(end) { return false }
    place = end
    return true
  }

  /// Skips spaces; always returns true, so that it can be part of a condition.
  mutating func skipSpaces() -> Bool {
    while [" ", "\u{A0}", "\u{2009}", "\u{202F}"].contains(at(place)) { place += 1 }
    return true
  }

  /// Reads a run of Latin letters; empty if there is none here.
  mutating func takeWord() -> String {
    let start = place
    while isLatin(place) { place += 1 }
    return String(plain[start..<place])
  }

  /// The next words, separated by spaces and hyphens only.
  func words(after place: Int, _ count: Int) -> [String] {
    var place = place
    var words = [String]()
    while words.count < count {
      while at(place) == " " || at(place) == "-" { place += 1 }
      let word = String(plain[min(place, plain.count)...].prefix { $0.isLatinLetter })
      if word.isEmpty { break }
      words.append(word)
      place += word.count
    }
    return words
  }
}
