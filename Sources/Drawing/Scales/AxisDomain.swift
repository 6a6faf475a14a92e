import Charts
import Glibc

/// Chooses the values at the ends of an axis.
package enum AxisDomain {
  /// The domain of an axis: the author's if it is valid, else that of the data with a margin.
  static func of(_ data: AxisData, _ axis: Axis) -> ClosedRange<Double> {
    if let domain = axis.domain, isUsable(domain, axis.scale) { return domain }
    switch axis.scale {
    case .log: return positiveDomain(data)
    case .linear, .symmetricLog: return signedDomain(data)
    }
  }

  /// Extends a linear domain to ticks, of which it then has at most `count`.
  ///
  /// Each end moves to the next tick if that costs no more than a fifth of the data's width.
  /// Otherwise another step is tried, or the end stays close to the data if they extend just beyond
  /// a tick.
  package static func rounded(
    _ domain: ClosedRange<Double>, toTicks count: Int, wholeNumbers: Bool = false
  ) -> ClosedRange<Double> {
    let width = domain.upperBound / 2 - domain.lowerBound / 2
    guard width > 0, width < 1e300 else { return domain }
    var best: (domain: ClosedRange<Double>, cost: Double)?
    for (factors, penalty) in [(TickStep.Factors.usual, 0.0), (.quarters, 0.04)] {
      var step = TickStep(atLeast: width * 2 / Double(count), factors, wholeNumbers: wholeNumbers)
      for _ in 1...4 {
        if let (extended, cost) = extended(domain, step, atMost: count),
          cost + penalty < best?.cost ?? .infinity
        {
          best = (extended, cost + penalty)
        }
        step.advance(factors, wholeNumbers)
      }
    }
    return best?.domain ?? padded(domain)
  }

  /// A domain whose ends are at multiples of a step or just beyond them.
  ///
  /// Empty space, ends without a tick and few ticks add to the cost. Returns nil if there is too
  /// much empty space or there are too many ticks.
  private static func extended(
    _ domain: ClosedRange<Double>, _ step: TickStep, atMost count: Int
  ) -> (domain: ClosedRange<Double>, cost: Double)? {
    let (low, high) = step.around(domain)
    let unit = step.multiple(1)
    let width = domain.upperBound - domain.lowerBound
    func end(_ data: Double, _ tick: Double) -> Double? {
      let distance = (tick - data).magnitude
      if distance <= 0.2 * width { return tick }
      return distance >= 0.75 * unit ? data + (tick > data ? 0.02 : -0.02) * width : nil
    }
    guard let start = end(domain.lowerBound, low * unit),
      let end = end(domain.upperBound, high * unit)
    else { return nil }
    let extended = min(start, domain.lowerBound)...max(end, domain.upperBound)
    let ticks = step.multiples(in: extended).count
    guard 2...max(2, count) ~= ticks else { return nil }
    let waste = (extended.upperBound - extended.lowerBound) / width - 1
    let open = (start == low * unit ? 0 : 1) + (end == high * unit ? 0.0 : 1)
    return (extended, waste + 0.1 * open + 0.06 * Double(max(0, min(count, 5) - ticks)))
  }

  private static func padded(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let margin = 0.02 * (domain.upperBound - domain.lowerBound)
    return domain.lowerBound - margin...domain.upperBound + margin
  }

  private static func isUsable(_ domain: ClosedRange<Double>, _ scale: Scale) -> Bool {
    domain.lowerBound.isFinite && domain.upperBound.isFinite
      && domain.lowerBound < domain.upperBound && (scale != .log || domain.lowerBound > 0)
  }

  private static func signedDomain(_ data: AxisData) -> ClosedRange<Double> {
    guard data.low <= data.high else { return 0...1 }
    let low = data.isBarValueAxis ? min(0, data.low) : data.low
    let high = data.isBarValueAxis ? max(0, data.high) : data.high
    guard low == high else { return low...high }
    let reach = low == 0 ? 1 : data.isWhole ? max(1, low.magnitude / 2) : low.magnitude / 2
    return max(low - reach, -.greatestFiniteMagnitude)...min(high + reach, .greatestFiniteMagnitude)
  }
}
