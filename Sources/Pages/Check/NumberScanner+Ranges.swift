/// Pairs of numbers that are one statement: `2–3`, `4 of 5`.
extension NumberScanner {
  /// Reads the rest of a range after its first number: `2–3`, `from 2 to 3`, `between 2 and 3`.
  mutating func readRange(from start: Int, _ first: Quantity) -> Bool {
    let end = place
    guard !first.candidates.isEmpty, skipRangeSign(after: start), isDigit(place) else {
      place = end
      return false
    }
    let second = quantity()
    var first = first
    if second.isPercent && !first.isPercent { first.turnIntoPercent() }
    let readings = zip(first.candidates, second.candidates).map { a, b in
      a.value <= b.value ? NumberInProse.Reading.range(a, b) : .range(b, a)
    }
    var labelled = first
    labelled.whole = second.whole == nil ? nil : first.whole
    let role = role(of: labelled, from: start)
    add(readings, from: start) {
      $0.isPercent = first.isPercent
      $0.role = role
      $0.direction = nil
    }
    return true
  }

  private mutating func skipRangeSign(after start: Int) -> Bool {
    if "-–—~～至到".contains(at(place)) {
      place += 1
      return true
    }
    let before = String(plain[..<start].suffix(9)).trimmed
    let isBetween = before.hasSuffix("between") || before.hasSuffix("zwischen")
    return [" to ", " bis "].contains { skip($0) }
      || isBetween && [" and ", " und "].contains { skip($0) }
  }

  /// Reads the rest of a count after its first number: `4 of 5`, `2 out of the 3`.
  mutating func readCount(_ count: Int, from start: Int) -> Bool {
    let end = place
    if skipSpaces(), NumberWords.of.contains(where: { skip($0 + " ") }), isDigit(place),
      let total = quantity().whole, total >= count, total > 0
    {
      add(readings(of: count, outOf: total), from: start)
      return true
    }
    place = end
    return false
  }

  /// The meanings of a count: itself, its share of the total, and the count alone.
  func readings(of count: Int, outOf total: Int) -> [NumberInProse.Reading] {
    let share = RoundedNumber(
      value: Double(count) / Double(total), tolerance: 0.02 * Double(count) / Double(total))
    return [.count(count, of: total), .number(share), .number(RoundedNumber(Double(count)))]
  }
}
