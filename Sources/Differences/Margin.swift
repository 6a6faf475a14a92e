internal import Records

/// The distance of a claim from failing.
struct Margin {
  /// The distance from the deciding number to the bound; negative if the claim fails.
  var remaining: Double
  /// The largest possible distance; nil for a bound of 0, which gives no scale.
  var allowed: Double?

  /// `remaining` as a share of `allowed`; for a bound of 0, as a share of the former `remaining`.
  func share(since former: Margin?) -> Double? {
    let scale = allowed ?? former?.remaining ?? 0
    return scale > 0 && scale.isFinite && remaining.isFinite ? remaining / scale : nil
  }
}

extension Claim {
  /// The measured number closest to failing, which decides the claim.
  ///
  /// NaN if any number is NaN; nil if truths or nothing were measured.
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

  /// The distance of the claim from failing; nil for exact claims and single truths.
  ///
  /// A tolerance is measured from its middle, a bound from 0, a count from the number of runs.
  var margin: Margin? {
    if case .count(let least, let total) = demand, case .truths(let truths) = measured {
      guard total > least else { return nil }
      return Margin(remaining: Double(truths.count { $0 } - least), allowed: Double(total - least))
    }
    guard let deciding else { return nil }
    return switch demand {
    case .equals(let value, let within): Margin(deciding, around: value, tolerance: within)
    case .near(let value, let by): Margin(deciding, around: value, tolerance: by * abs(value))
    case .between(let low, let high):
      Margin(deciding, around: (low + high) / 2, tolerance: (high - low) / 2)
    case .atMost(let bound):
      Margin(remaining: bound - deciding, allowed: bound == 0 ? nil : abs(bound))
    case .atLeast(let bound):
      Margin(remaining: deciding - bound, allowed: bound == 0 ? nil : abs(bound))
    case .count, .holds: nil
    }
  }
}

extension Margin {
  /// The margin of a tolerance around a value; nil if the tolerance is 0.
  fileprivate init?(_ number: Double, around value: Double, tolerance: Double) {
    guard tolerance > 0 else { return nil }
    self.init(remaining: tolerance - abs(number - value), allowed: tolerance)
  }
}
