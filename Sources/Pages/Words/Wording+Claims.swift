import Charts
import Records

extension Wording {
  /// The measured values of a claim as text.
  func measured(_ claim: Claim) -> String {
    switch claim.measured {
    case .numbers(let numbers): range(of: numbers)
    case .truths(let truths) where truths.count == 1: self[truths[0] ? .so : .notSo]
    case .truths(let truths): self(.outOf, "\(truths.count { $0 })", "\(truths.count)")
    }
  }

  /// The demand of a claim as text.
  func demanded(_ claim: Claim) -> String {
    switch claim.demand {
    case .equals(let value, let within): self(.within, exact(value), exact(within))
    case .near(let value, let by): self(.withinPercent, exact(value), exact(by * 100))
    case .atMost(let bound): self(.atMost, exact(bound))
    case .atLeast(let bound): self(.atLeast, exact(bound))
    case .between(let low, let high): self(.between, exact(low), exact(high))
    case .count(let least, let total): self(.atLeastOf, "\(least)", "\(total)")
    case .holds(let words): words
    }
  }

  private func range(of numbers: [Double]) -> String {
    guard let low = numbers.min(), let high = numbers.max() else { return self[.nothing] }
    if numbers.contains(where: \.isNaN) { return exact(.nan) }
    return low == high ? exact(low) : self(.fromTo, exact(low), exact(high))
  }
}

private func exact(_ value: Double) -> String { Numeral(value, upTo: 6).description }
