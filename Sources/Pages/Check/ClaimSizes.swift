import Records

/// The numbers that words about a claim may name: what was measured, what was demanded, and by how much
/// a value may differ from that.
struct ClaimSizes {
  private var measured: [Double] = []
  private var demanded: [Double] = []
  /// By how much a value may differ from what is demanded.
  private var spreads: [Double] = []
  /// Between which numbers the demand keeps the value.
  private var (least, most) = (-Double.infinity, Double.infinity)
  /// How many of how many are so, as measured and as demanded.
  private var counts: [(count: Int, total: Int, isLeast: Bool)] = []
  /// Whether the demand is in words, of which only the numbers are known.
  private var isInWords = false

  init(_ claim: Claim) {
    read(claim.measured)
    read(claim.demand)
  }

  private mutating func read(_ measurement: Claim.Measurement) {
    switch measurement {
    case .numbers(let numbers): measured = numbers
    case .truths(let truths) where truths.count > 1:
      let count = truths.count { $0 }
      counts.append((count, truths.count, isLeast: false))
      measured = [Double(count) / Double(truths.count)]
    case .truths: break
    }
  }

  private mutating func read(_ demand: Claim.Demand) {
    switch demand {
    case .equals(let value, let within):
      (least, most) = (value - within, value + within)
      (demanded, spreads) = ([value, least, most], [within])
    case .near(let value, let by):
      (least, most) = (value - by * abs(value), value + by * abs(value))
      (demanded, spreads) = ([value, least, most], [by, 100 * by, by * abs(value)])
    case .atMost(let bound): (demanded, most) = ([bound], bound)
    case .atLeast(let bound): (demanded, least) = ([bound], bound)
    case .between(let low, let high): (demanded, least, most) = ([low, high], low, high)
    case .count(let count, let total):
      counts.append((count, total, isLeast: true))
      least = Double(count) / Double(total)
      (demanded, most) = ([least], 1)
    case .holds(let words):
      isInWords = true
      demanded = NumberInProse.all(in: words, spelled: true).flatMap(\.values)
    }
  }

  /// Whether the claim is about a whole number of things.
  private var isCount: Bool {
    let numbers = measured + demanded
    return !isInWords && counts.isEmpty && numbers.contains { $0 >= 2 }
      && numbers.allSatisfy { $0 == $0.rounded() }
  }

  /// Whether a number in the claim's words is right under one of its readings.
  func allow(_ number: NumberInProse) -> Bool {
    if number.role == .label || number.readings.isEmpty { return true }
    if number.role == .setting && !isCount && counts.isEmpty { return true }
    if number.isSpelled && isUnknown(number) { return true }
    if number.isSpelled && number.readings.contains(where: { isImplied($0, number.direction) }) {
      return true
    }
    return isPartOfCount(number) || number.readings.contains { allow($0, number.direction) }
  }

  /// Whether a number in words may be of something that the claim's numbers say nothing of.
  private func isUnknown(_ number: NumberInProse) -> Bool {
    isInWords || counts.isEmpty && number.isCount || isPart(number) && measuresNoParts
  }

  private func isPart(_ number: NumberInProse) -> Bool {
    guard case .amount(let amount) = number.readings.first else { return false }
    return amount.value < 1
  }

  /// Whether all numbers are more than one, so that a part of something is none of them.
  private var measuresNoParts: Bool { (measured + demanded).allSatisfy { abs($0) > 1 } }

  /// Whether the demand is stricter than a round number in words: more than half, where 0.55 is demanded.
  private func isImplied(
    _ reading: NumberInProse.Reading, _ direction: NumberInProse.Direction?
  ) -> Bool {
    guard case .amount(let amount) = reading, !isInWords else { return false }
    switch direction {
    case .atMost: return most <= amount.value
    case .atLeast: return least >= amount.value
    case nil: return false
    }
  }

  /// Whether a number that stands alone is how many are so, or of how many.
  private func isPartOfCount(_ number: NumberInProse) -> Bool {
    !number.isCount
      && counts.contains { known in
        [known.count, known.total].contains { number.readings.first?.isWhole($0) == true }
      }
  }

  private func allow(
    _ reading: NumberInProse.Reading, _ direction: NumberInProse.Direction?
  ) -> Bool {
    switch reading {
    case .amount(let amount): allow(amount, direction)
    case .share(let share): allow(share.complement, direction?.reversed)
    case .range(let low, let high): allow(from: low, to: high)
    case .count(let count, let total): allow(count, of: total, direction)
    }
  }

  private func allow(_ amount: Amount, _ direction: NumberInProse.Direction?) -> Bool {
    if isInWords { return demanded.contains(where: amount.rounds) }
    let isMeasured = measured.contains(where: amount.rounds)
    let isDemanded = demanded.contains(where: amount.rounds)
    switch direction {
    case .atMost:
      return spreads.contains(where: amount.rounds) || isDemanded && most <= amount.high
        || isMeasured && measured.allSatisfy { $0 <= amount.value + amount.tolerance / 1000 }
    case .atLeast:
      return isDemanded && least >= amount.low
        || isMeasured && measured.allSatisfy { $0 >= amount.value - amount.tolerance / 1000 }
    case nil:
      let isSpread = spreads.contains(where: amount.rounds)
      let isSize = amount.value > 0 && measured.contains { amount.rounds(-$0) }
      return isMeasured || isDemanded || isSpread || isSize
    }
  }

  private func allow(from low: Amount, to high: Amount) -> Bool {
    if isInWords { return [low, high].allSatisfy { demanded.contains(where: $0.rounds) } }
    let isSo = !measured.isEmpty && measured.allSatisfy { (low.low...high.high).contains($0) }
    return isSo
      || [low, high].allSatisfy { (measured + demanded).contains(where: $0.rounds) }
  }

  private func allow(_ count: Int, of total: Int, _ direction: NumberInProse.Direction?) -> Bool {
    counts.contains {
      $0.count == count && $0.total == total && !($0.isLeast && direction == .atMost)
    }
  }
}

extension NumberInProse.Reading {
  /// Whether this is a whole number alone.
  fileprivate func isWhole(_ number: Int) -> Bool {
    if case .amount(let amount) = self { amount.value == Double(number) } else { false }
  }
}

extension NumberInProse {
  /// Whether it is so many of so many.
  fileprivate var isCount: Bool {
    if case .count? = readings.first { true } else { false }
  }

  /// All values that it may have.
  fileprivate var values: [Double] {
    readings.flatMap { reading -> [Double] in
      switch reading {
      case .amount(let amount), .share(let amount): [amount.value]
      case .range(let low, let high): [low.value, high.value]
      case .count(let count, let total): [Double(count), Double(total)]
      }
    }
  }
}
