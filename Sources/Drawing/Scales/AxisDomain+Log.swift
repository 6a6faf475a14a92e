import Glibc

/// Domains of logarithmic axes.
extension AxisDomain {
  /// The domain of positive data.
  ///
  /// If bars or areas start at its lower end, it extends below the smallest of them so that all are
  /// visible.
  static func positiveDomain(_ data: AxisData) -> ClosedRange<Double> {
    guard data.smallestPositive.isFinite else { return 0.1...10 }
    let (low, high) = (data.smallestPositive, data.high)
    guard high > low else {
      return max(low / 10, .leastNonzeroMagnitude)...min(high * 10, .greatestFiniteMagnitude)
    }
    return data.hasBaseline ? base(below: low, upTo: high)...high : low...high
  }

  /// Extends a logarithmic domain to powers of ten if that wastes little space, else to other round
  /// numbers.
  package static func roundedLog(_ domain: ClosedRange<Double>, toTicks count: Int)
    -> ClosedRange<Double>
  {
    let span = log10(domain.upperBound) - log10(domain.lowerBound)
    guard span > 0 else { return domain }
    if span < 1 {
      let linear = rounded(domain, toTicks: count)
      if linear.lowerBound > 0, fraction(of: domain, in: linear) >= 0.75 { return linear }
    }
    let start, end: Double
    if span < 3 {
      start =
        power(domain.lowerBound, .down, within: 0.25 * span)
        ?? round(domain.lowerBound, .down, within: 0.2 * span)
        ?? pow(10, log10(domain.lowerBound) - 0.02 * span)
      end =
        power(domain.upperBound, .up, within: 0.25 * span)
        ?? round(domain.upperBound, .up, within: 0.2 * span)
        ?? pow(10, log10(domain.upperBound) + 0.02 * span)
    } else {
      let decades = log10(domain.lowerBound)...log10(domain.upperBound)
      let rounded = rounded(decades, toTicks: count, wholeNumbers: true)
      start = pow(10, rounded.lowerBound)
      end = pow(10, rounded.upperBound)
    }
    let lowest = start > 0 ? min(start, domain.lowerBound) : domain.lowerBound
    return lowest...(end.isFinite ? max(end, domain.upperBound) : domain.upperBound)
  }

  /// A round number far enough below the smallest bar that the bar is visible.
  private static func base(below low: Double, upTo high: Double) -> Double {
    let height = max(0.12 * (log10(high) - log10(low)), 0.15)
    let preferred = log10(low) - height
    let floor = pow(10, preferred.rounded(.down))
    let base = [5, 2, 1].map { $0 * floor }.first { log10($0) <= preferred + 1e-9 } ?? floor
    return base > 0 ? base : low
  }

  /// The fraction of a wider domain that a domain covers, in decades.
  private static func fraction(of domain: ClosedRange<Double>, in wider: ClosedRange<Double>)
    -> Double
  {
    (log10(domain.upperBound) - log10(domain.lowerBound))
      / (log10(wider.upperBound) - log10(wider.lowerBound))
  }

  /// The next power of ten, if it is within some decades.
  private static func power(
    _ value: Double, _ rule: FloatingPointRoundingRule, within decades: Double
  ) -> Double? {
    let exponent = log10(value).rounded(rule)
    return (exponent - log10(value)).magnitude <= decades ? pow(10, exponent) : nil
  }

  /// The next 1, 2 or 5 times a power of ten, if it is within some decades.
  private static func round(
    _ value: Double, _ rule: FloatingPointRoundingRule, within decades: Double
  ) -> Double? {
    let exponent = Int(log10(value).rounded(.down))
    let numbers = [1, 2, 5, 10].map { TickStep(factor: $0, exponent: exponent).multiple(1) }
    let next = rule == .down ? numbers.last { $0 <= value } : numbers.first { $0 >= value }
    guard let next, next > 0, (log10(next) - log10(value)).magnitude <= decades else { return nil }
    return next
  }
}
