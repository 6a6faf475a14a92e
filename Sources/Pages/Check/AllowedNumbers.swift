import Records

/// The numbers that a claim's text can contain: the measured values, the demanded ones and the
/// tolerances.
struct AllowedNumbers {
  private var measured: [Double] = []
  private var demanded: [Double] = []
  /// The tolerances of the demand.
  private var tolerances: [Double] = []
  /// The smallest demanded value.
  private var least = -Double.infinity
  /// The largest demanded value.
  private var most = Double.infinity
  /// The measured and the demanded counts; `isLeast` marks the demanded one, a lower bound.
  private var counts: [(count: Int, total: Int, isLeast: Bool)] = []
  /// Whether the demand is a text, of which only the numbers are known.
  private var isText = false

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
      least = value - within
      most = value + within
      demanded = [value, least, most]
      tolerances = [within]
    case .near(let value, let by):
      least = value - by * abs(value)
      most = value + by * abs(value)
      demanded = [value, least, most]
      tolerances = [by, 100 * by, by * abs(value)]
    case .atMost(let bound):
      demanded = [bound]
      most = bound
    case .atLeast(let bound):
      demanded = [bound]
      least = bound
    case .between(let low, let high):
      demanded = [low, high]
      least = low
      most = high
    case .count(let count, let total):
      counts.append((count, total, isLeast: true))
      least = Double(count) / Double(total)
      demanded = [least]
      most = 1
    case .holds(let text):
      isText = true
      demanded = NumberInProse.all(in: text, spelled: true).flatMap(\.values)
    }
  }

  /// Whether the claim is about a count of things.
  private var isCount: Bool {
    let numbers = measured + demanded
    return !isText && counts.isEmpty && numbers.contains { $0 >= 2 }
      && numbers.allSatisfy { $0 == $0.rounded() }
  }

  /// Whether a number in the claim's text is right in one of its meanings.
  func allows(_ number: NumberInProse) -> Bool {
    if number.role == .label || number.readings.isEmpty { return true }
    if number.role == .setting && !isCount && counts.isEmpty { return true }
    if number.isSpelled && isUnknown(number) { return true }
    if number.isSpelled && number.readings.contains(where: { isImplied($0, number.direction) }) {
      return true
    }
    return isPartOfCount(number) || number.readings.contains { allows($0, number.direction) }
  }

  /// Whether a spelled number can be about something that the claim does not measure.
  private func isUnknown(_ number: NumberInProse) -> Bool {
    isText || counts.isEmpty && number.isCount || isPart(number) && measuresNoParts
  }

  private func isPart(_ number: NumberInProse) -> Bool {
    guard case .number(let rounded) = number.readings.first else { return false }
    return rounded.value < 1
  }

  /// Whether all numbers are greater than one, so that none of them is a part of something.
  private var measuresNoParts: Bool { (measured + demanded).allSatisfy { abs($0) > 1 } }

  /// Whether the demand is stricter than a spelled number: "more than half" when 0.55 is demanded.
  private func isImplied(
    _ reading: NumberInProse.Reading, _ direction: NumberInProse.Direction?
  ) -> Bool {
    guard case .number(let number) = reading, !isText else { return false }
    switch direction {
    case .atMost: return most <= number.value
    case .atLeast: return least >= number.value
    case nil: return false
    }
  }

  /// Whether a single number is the count or the total of a known count.
  private func isPartOfCount(_ number: NumberInProse) -> Bool {
    !number.isCount
      && counts.contains { known in
        [known.count, known.total].contains { number.readings.first?.isWhole($0) == true }
      }
  }

  private func allows(
    _ reading: NumberInProse.Reading, _ direction: NumberInProse.Direction?
  ) -> Bool {
    switch reading {
    case .number(let number): allows(number, direction)
    case .share(let share): allows(share.complement, direction?.reversed)
    case .range(let low, let high): allows(from: low, to: high)
    case .count(let count, let total): allows(count, of: total, direction: direction)
    }
  }

  private func allows(_ number: RoundedNumber, _ direction: NumberInProse.Direction?) -> Bool {
    if isText { return demanded.contains(where: number.matches) }
    let isMeasured = measured.contains(where: number.matches)
    let isDemanded = demanded.contains(where: number.matches)
    switch direction {
    case .atMost:
      return tolerances.contains(where: number.matches) || isDemanded && most <= number.high
        || isMeasured && measured.allSatisfy { $0 <= number.value + number.tolerance / 1000 }
    case .atLeast:
      return isDemanded && least >= number.low
        || isMeasured && measured.allSatisfy { $0 >= number.value - number.tolerance / 1000 }
    case nil:
      let isTolerance = tolerances.contains(where: number.matches)
      let isSize = number.value > 0 && measured.contains { number.matches(-$0) }
      return isMeasured || isDemanded || isTolerance || isSize
    }
  }

  private func allows(from low: RoundedNumber, to high: RoundedNumber) -> Bool {
    if isText { return [low, high].allSatisfy { demanded.contains(where: $0.matches) } }
    let isSo = !measured.isEmpty && measured.allSatisfy { (low.low...high.high).contains($0) }
    return isSo
      || [low, high].allSatisfy { (measured + demanded).contains(where: $0.matches) }
  }

  private func allows(_ count: Int, of total: Int, direction: NumberInProse.Direction?) -> Bool {
    counts.contains {
      $0.count == count && $0.total == total && !($0.isLeast && direction == .atMost)
    }
  }
}

extension NumberInProse.Reading {
  /// Whether this is the given whole number.
  fileprivate func isWhole(_ number: Int) -> Bool {
    if case .number(let rounded) = self { rounded.value == Double(number) } else { false }
  }
}

extension NumberInProse {
  /// Whether it is a count out of a total.
  fileprivate var isCount: Bool {
    if case .count? = readings.first { true } else { false }
  }

  /// All its possible values.
  fileprivate var values: [Double] {
    readings.flatMap { reading -> [Double] in
      switch reading {
      case .number(let number), .share(let number): [number.value]
      case .range(let low, let high): [low.value, high.value]
      case .count(let count, let total): [Double(count), Double(total)]
      }
    }
  }
}
