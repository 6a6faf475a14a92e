/// Numbers spelled out in words.
extension NumberScanner {
  /// Reads a spelled number, if one begins here.
  mutating func readSpelledNumber() -> Bool {
    let start = place
    if skip("百分之") { return readChinese(from: start) }
    guard isLatin(place) else { return false }
    let word = takeWord()
    if let number = cardinal(after: word) {
      if readPercent(number, from: start) || readPart(number, from: start) { return true }
      if number > 1, readSpelledCount(number, from: start) { return true }
    } else if ["a", "an"].contains(word), at(place) == " " {
      let end = place
      place += 1
      let part = takeWord()
      // A part of something, or the end of a comparison, but not a rank as in "a third layer".
      let isCompared = direction(before: start) != nil && words(after: place, 1).isEmpty
      if let divisor = NumberWords.parts[part], isBeforeOf || isCompared {
        return addPart(1, over: divisor, from: start)
      }
      place = end
    } else if word == "half", isBeforeOf {
      return addPart(1, over: 2, from: start)
    }
    return false
  }

  /// Reads the rest of `百分之九十` after its first three characters.
  private mutating func readChinese(from start: Int) -> Bool {
    if isDigit(place) {
      var quantity = quantity()
      quantity.turnIntoPercent()
      add(quantity, from: start)
      return true
    }
    let digits = plain[place...].prefix {
      NumberWords.chinese(String($0)) != nil || "十百千".contains($0)
    }
    guard let number = NumberWords.chinese(String(digits)) else { return false }
    place += digits.count
    addSpelled(Quantity(percent: Double(number)), from: start)
    return true
  }

  /// Reads the units that follow the tens in `word`, if any, and returns their sum.
  private mutating func cardinal(after word: String) -> Int? {
    guard let tens = NumberWords.cardinals[word] else { return nil }
    let end = place
    if 20..<100 ~= tens, " -".contains(at(place)) {
      place += 1
      if let units = NumberWords.cardinals[takeWord()], units < 10 { return tens + units }
      place = end
    }
    return tens
  }

  private mutating func readPercent(_ number: Int, from start: Int) -> Bool {
    let end = place
    if skipSpaces(), skipPercent() {
      addSpelled(Quantity(percent: Double(number)), from: start)
      return true
    }
    place = end
    return false
  }

  private mutating func readPart(_ number: Int, from start: Int) -> Bool {
    let end = place
    if " -".contains(at(place)) {
      place += 1
      let part = takeWord()
      if let divisor = NumberWords.parts[part], number < divisor, !isLatin(place) {
        // A ten-thousandth is one part; ten thousandths are ten.
        let isOne = number >= 10 && !part.hasSuffix("s")
        return addPart(
          isOne ? 1 : number, over: isOne ? number * divisor : divisor, from: start)
      }
    }
    place = end
    return false
  }

  private mutating func readSpelledCount(_ count: Int, from start: Int) -> Bool {
    let end = place
    if skipSpaces(), NumberWords.of.contains(where: { skip($0 + " ") }) {
      let total = isDigit(place) ? quantity().whole : cardinal(after: takeWord())
      if let total, total >= count {
        add(readings(of: count, outOf: total), from: start) { $0.isSpelled = true }
        return true
      }
    }
    place = end
    return false
  }

  private mutating func addPart(_ number: Int, over divisor: Int, from start: Int) -> Bool {
    var quantity = Quantity(exact: Double(number) / Double(divisor))
    quantity.fraction = (number, divisor)
    addSpelled(quantity, from: start)
    return true
  }

  private mutating func addSpelled(_ quantity: Quantity, from start: Int) {
    add(quantity, from: start)
    found[found.count - 1].isSpelled = true
  }

  /// Whether `of` comes next, which distinguishes a part ("a third of them") from a rank.
  private var isBeforeOf: Bool { String(plain[place...].prefix(4)) == " of " }
}
