internal import Records

/// How much of what a claim allows is left.
struct Margin {
  /// From the number on which the claim stands to where it would fail; below 0 once it does.
  var left: Double
  /// All that is allowed; nil for a bound of 0, which is no measure of anything.
  var whole: Double?

  /// What is left as a share of all that is allowed; of a bound of 0 as a share of what was left.
  func share(since former: Margin?) -> Double? {
    let whole = whole ?? former?.left ?? 0
    return whole > 0 && whole.isFinite && left.isFinite ? left / whole : nil
  }
}

extension Claim {
  /// The number on which the claim stands: of all that were measured the one that would fail first.
  ///
  /// NaN if one is; nil where truths were measured, or nothing.
  var deciding: Double? {
    guard case .numbers(let numbers) = measured else { return nil }
    if let missing = numbers.first(where: \.isNaN) { return missing }
    return switch demand {
    case .equals(let value, _), .near(let value, _):
      numbers.max { abs($0 - value) < abs($1 - value) }
    case .atMost: numbers.max()
    case .atLeast: numbers.min()
    case .between(let low, let high):
      numbers.max { max(low - $0, $0 - high) < max(low - $1, $1 - high) }
    case .count, .holds: nil
    }
  }

  /// How far the claim is from failing; nil where nothing lies between so and not so.
  ///
  /// A tolerance is counted from its middle, a bound from 0, a count from all runs.
  var margin: Margin? {
    if case .count(let least, let total) = demand, case .truths(let truths) = measured {
      guard total > least else { return nil }
      return Margin(left: Double(truths.count { $0 } - least), whole: Double(total - least))
    }
    guard let deciding else { return nil }
    return switch demand {
    case .equals(let value, let within): Margin(deciding, around: value, within)
    case .near(let value, let by): Margin(deciding, around: value, by * abs(value))
    case .between(let low, let high): Margin(deciding, around: (low + high) / 2, (high - low) / 2)
    case .atMost(let bound): Margin(left: bound - deciding, whole: bound == 0 ? nil : abs(bound))
    case .atLeast(let bound): Margin(left: deciding - bound, whole: bound == 0 ? nil : abs(bound))
    case .count, .holds: nil
    }
  }
}

extension Margin {
  /// A tolerance around a value; nil if there is none.
  fileprivate init?(_ number: Double, around value: Double, _ tolerance: Double) {
    guard tolerance > 0 else { return nil }
    self.init(left: tolerance - abs(number - value), whole: tolerance)
  }
}
