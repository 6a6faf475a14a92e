internal import Charts

/// A cell's claim about its measurements: what was measured and what is demanded.
public struct Claim: Codable, Equatable, Sendable {
  /// The condition that the measurement must meet.
  public enum Demand: Codable, Equatable, Sendable {
    /// Every value v meets |v − `value`| ≤ `within`.
    case equals(value: Double, within: Double)
    /// Every value v meets |v − `value`| ≤ `by` · |`value`|.
    case near(value: Double, by: Double)
    /// Every value is at most `bound`.
    case atMost(bound: Double)
    /// Every value is at least `bound`.
    case atLeast(bound: Double)
    /// Every value is in `low`...`high`.
    case between(low: Double, high: Double)
    /// There are `of` truth values, of which at least `atLeast` are true.
    case count(atLeast: Int, of: Int)
    /// All truth values are true; `words` describes the condition.
    case holds(words: String)
  }

  /// The measured values.
  public enum Measurement: Codable, Equatable, Sendable {
    /// Numbers; an empty list if the program had no value.
    case numbers([Double])
    /// Truth values.
    case truths([Bool])
  }

  /// Its name; the prose refers to it by `claim:name`.
  public var name: String
  /// The measured values.
  public var measured: Measurement
  /// The condition that they must meet.
  public var demand: Demand
  /// The place of the call that made the claim.
  public var place: CellPlace

  /// Creates a claim.
  public init(name: String, measured: Measurement, demand: Demand, place: CellPlace) {
    self.name = name
    self.measured = measured
    self.demand = demand
    self.place = place
  }
}

extension Claim {
  /// Whether the measurement meets the demand; an empty measurement or NaN never does.
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

  /// The measured values as text.
  public var measuredText: String {
    switch measured {
    case .numbers(let numbers): text(numbers)
    case .truths(let truths) where truths.count == 1: truths[0] ? "so" : "not so"
    case .truths(let truths): "\(truths.count { $0 }) of \(truths.count)"
    }
  }

  /// The demand as text.
  public var demandText: String {
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

  private func text(_ numbers: [Double]) -> String {
    guard let low = numbers.min(), let high = numbers.max() else { return "nothing" }
    if numbers.contains(where: \.isNaN) { return exact(.nan) }
    return low == high ? exact(low) : "\(exact(low)) to \(exact(high))"
  }

  private func exact(_ value: Double) -> String { Numeral(value, upTo: 6).description }
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
