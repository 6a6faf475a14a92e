/// The context of a number: a comparison before it, a change after it.
extension NumberScanner {
  /// Adds the quantity between `start` and the current position.
  mutating func add(_ quantity: Quantity, from start: Int) {
    var readings = quantity.candidates.map { NumberInProse.Reading.number($0) }
    if let (count, total) = quantity.fraction { readings.append(.count(count, of: total)) }
    if quantity.isPercent || quantity.fraction != nil, let share = quantity.candidates.first {
      readings += changes(by: share)
    }
    add(readings, from: start) { [role = role(of: quantity, from: start)] in
      $0.isPercent = quantity.isPercent
      $0.role = role
    }
  }

  mutating func add(
    _ readings: [NumberInProse.Reading], from start: Int,
    _ change: (inout NumberInProse) -> Void = { _ in }
  ) {
    var number = NumberInProse(text: text(start, place), readings: readings)
    number.direction = direction(before: start)
    change(&number)
    found.append(number)
    lastEnd = place
  }

  /// The results of a change by a share ("20% more" is 1.2); without such words, the share itself.
  private func changes(by share: RoundedNumber) -> [NumberInProse.Reading] {
    var more = share
    more.value += 1
    let next = words(after: place, 1)
    if next.contains(where: NumberWords.growth.contains) { return [.number(more)] }
    let less = share.complement
    return next.contains(where: NumberWords.loss.contains)
      ? [.number(less)] : 0...1 ~= share.value ? [.share(share)] : []
  }

  func direction(before start: Int) -> NumberInProse.Direction? {
    let after = String(plain[place...].drop { $0.isWhitespace }.prefix(12))
    if NumberWords.orMore.contains(where: after.hasPrefix) { return .atLeast }
    if NumberWords.orLess.contains(where: after.hasPrefix) { return .atMost }
    let before = plain[..<start].withoutFillers
    let found = comparisons.first { words, _ in
      before.hasSuffix(words)
        && (words.last?.isLatinLetter != true
          || before.dropLast(words.count).last?.isLetter != true)
    }
    return found?.direction
  }
}

/// The words of comparisons, the longest first, so that "no more than" is not read as "more than".
private let comparisons =
  (NumberWords.atMost.map { (words: $0, direction: NumberInProse.Direction.atMost) }
  + NumberWords.atLeast.map { (words: $0, direction: NumberInProse.Direction.atLeast) })
  .sorted { $0.words.count > $1.words.count }

extension ArraySlice<Character> {
  /// The text without trailing words that can come between a comparison and its number.
  fileprivate var withoutFillers: String {
    var text = String(self).trimmed
    let fillers = [
      "about", "around", "roughly", "nearly", "almost", "some", "the", "a", "an", "only", "just",
      "of",
      "etwa", "rund", "fast", "ca.", "~", "≈", "大约", "约", "one part in",
    ]
    while let filler = fillers.first(where: {
      text.hasSuffix($0)
        && (!$0.allSatisfy(\.isLatinLetter) || text == $0 || text.hasSuffix(" " + $0))
    }) {
      text = String(text.dropLast(filler.count)).trimmed
    }
    return text
  }
}
