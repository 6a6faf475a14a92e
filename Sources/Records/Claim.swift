internal import Charts

/// Something that a cell says of what it measured, and whether it is so.
public struct Claim: Codable, Equatable, Sendable {
  /// What must be so.
  public enum Demand: Codable, Equatable, Sendable {
    /// The value is `value`, give or take `within`.
    case equals(value: Double, within: Double)
    /// The value is `value`, give or take the share `by` of it.
    case near(value: Double, by: Double)
    /// No value is over `bound`.
    case atMost(bound: Double)
    /// No value is under `bound`.
    case atLeast(bound: Double)
    /// Every value lies from `low` to `high`.
    case between(low: Double, high: Double)
    /// At least `count` of `total` are so.
    case count(atLeast: Int, of: Int)
    /// What the words say is so.
    case holds(words: String)
  }

  /// What was found.
  public enum Measurement: Codable, Equatable, Sendable {
    /// Numbers; none where the program had no value.
    case numbers([Double])
    /// Truths.
    case truths([Bool])
  }

  /// What the prose calls it: `claim:name`.
  public var name: String
  /// What was found.
  public var measured: Measurement
  /// What must be so.
  public var demand: Demand
  /// The call that made it.
  public var place: CellPlace

  /// A claim.
  public init(name: String, measured: Measurement, demand: Demand, place: CellPlace) {
    self.name = name
    self.measured = measured
    self.demand = demand
    self.place = place
  }
}

extension Claim {
  /// Whether what was measured is what was demanded; nothing measured, or NaN, never is.
  public var holds: Bool {
    switch (demand, measured) {
    case (.equals(let value, let within), .numbers(let numbers)):
      numbers.allAndSome { abs($0 - value) <= within }
    case (.near(let value, let by), .numbers(let numbers)):
      numbers.allAndSome { abs($0 - value) <= by * abs(value) }
    case (.atMost(let bound), .numbers(let numbers)): numbers.allAndSome { $0 <= bound }
    case (.atLeast(let bound), .numbers(let numbers)): numbers.allAndSome { $0 >= bound }
    case (.between(let low, let high), .numbers(let numbers)):
      numbers.allAndSome { low <= $0 && $0 <= high }
    case (.count(let least, let total), .truths(let truths)):
      truths.count == total && truths.count { $0 } >= least
    case (.holds, .truths(let truths)): truths.allAndSome { $0 }
    default: false
    }
  }

  /// What was measured, in words.
  public var measuredWords: String {
    switch measured {
    case .numbers(let numbers): words(numbers)
    case .truths(let truths) where truths.count == 1: truths[0] ? "so" : "not so"
    case .truths(let truths): "\(truths.count { $0 }) of \(truths.count)"
    }
  }

  /// What was demanded, in words.
  public var demandWords: String {
    switch demand {
    case .equals(let value, let within): "\(exact(value)) within \(exact(within))"
    case .near(let value, let by): "\(exact(value)) within \(exact(by * 100))%"
    case .atMost(let bound): "at most \(exact(bound))"
    case .atLeast(let bound): "at least \(exact(bound))"
    case .between(let low, let high): "between \(exact(low)) and \(exact(high))"
    case .count(let least, let total): "at least \(least) of \(total)"
    case .holds(let words): words
    }
  }

  private func words(_ numbers: [Double]) -> String {
    guard let low = numbers.min(), let high = numbers.max() else { return "nothing" }
    if numbers.contains(where: \.isNaN) { return exact(.nan) }
    return low == high ? exact(low) : "\(exact(low)) to \(exact(high))"
  }

  private func exact(_ value: Double) -> String { Numeral(value, digits: 6).description }
}

extension [Double] {
  fileprivate func allAndSome(_ condition: (Double) -> Bool) -> Bool {
    !isEmpty && allSatisfy(condition)
  }
}

extension [Bool] {
  fileprivate func allAndSome(_ condition: (Bool) -> Bool) -> Bool {
    !isEmpty && allSatisfy(condition)
  }
}
