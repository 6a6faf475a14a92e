import Charts
import Glibc

/// The values at an axis's ends, as the data want them.
package enum Domain {
  /// The domain of an axis: the author's, else the data's with what they need around them.
  static func of(_ data: AxisData, _ axis: Axis) -> ClosedRange<Double> {
    if let domain = axis.domain, isUsable(domain, axis.scale) { return domain }
    switch axis.scale {
    case .log: return positive(data)
    case .linear, .symmetricLog: return anySign(data)
    }
  }

  /// A linear domain extended to multiples of the finest step of which it then holds at most
  /// `count`.
  package static func rounded(_ domain: ClosedRange<Double>, toTicks count: Int) -> ClosedRange<
    Double
  > {
    let width = domain.upperBound / 2 - domain.lowerBound / 2
    guard width > 0, width < 1e300 else { return domain }
    var step = Step(atLeast: width * 2 / Double(count), wholeNumbers: false)
    while true {
      let (low, high) = step.around(domain)
      if high - low < Double(count) {
        return extended(domain, to: low * step.multiple(1), high * step.multiple(1))
      }
      step.grow()
    }
  }

  /// Moves the ends outwards, but not where that would leave a fifth of the data's width empty.
  private static func extended(_ domain: ClosedRange<Double>, to low: Double, _ high: Double)
    -> ClosedRange<Double>
  {
    let allowed = 0.2 * (domain.upperBound - domain.lowerBound)
    let start = domain.lowerBound - low <= allowed ? low : domain.lowerBound - allowed / 10
    let end = high - domain.upperBound <= allowed ? high : domain.upperBound + allowed / 10
    return min(start, domain.lowerBound)...max(end, domain.upperBound)
  }

  /// A logarithmic domain extended to the next powers of ten where that costs little.
  package static func roundedToPowers(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (log10(domain.lowerBound), log10(domain.upperBound))
    let allowed = max(0.12 * (high - low), 0.35)
    let start = low - low.rounded(.down) <= allowed ? pow(10, low.rounded(.down)) : 0
    let end = high.rounded(.up) - high <= allowed ? pow(10, high.rounded(.up)) : .infinity
    let lowest = start > 0 ? min(start, domain.lowerBound) : domain.lowerBound
    let highest = end < .infinity ? max(end, domain.upperBound) : domain.upperBound
    return lowest...highest
  }

  private static func isUsable(_ domain: ClosedRange<Double>, _ scale: Scale) -> Bool {
    domain.lowerBound.isFinite && domain.upperBound.isFinite
      && domain.lowerBound < domain.upperBound && (scale != .log || domain.lowerBound > 0)
  }

  private static func positive(_ data: AxisData) -> ClosedRange<Double> {
    guard data.leastPositive.isFinite else { return 0.1...10 }
    let (low, high) = (data.leastPositive, data.high)
    guard high > low else {
      return max(low / 10, .leastNonzeroMagnitude)...min(high * 10, .greatestFiniteMagnitude)
    }
    return low...high
  }

  private static func anySign(_ data: AxisData) -> ClosedRange<Double> {
    guard data.low <= data.high else { return 0...1 }
    let low = data.growsBars ? min(0, data.low) : data.low
    let high = data.growsBars ? max(0, data.high) : data.high
    guard low == high else { return low...high }
    let reach = low == 0 ? 1 : low.magnitude / 2
    return max(low - reach, -.greatestFiniteMagnitude)...min(high + reach, .greatestFiniteMagnitude)
  }
}
