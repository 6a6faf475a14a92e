import Charts
import Glibc

/// The words at ticks, all of one row in the same form.
package enum TickLabels {
  /// Numbers with the same decimals, or as powers of ten where zeros would need counting.
  package static func linear(_ ticks: [Double]) -> [String] {
    guard ticks.count > 1 else { return ticks.map { Numeral($0).description } }
    let greatest = ticks.reduce(0) { max($0, $1.magnitude) }
    let place = Int(floor(log10(gap(of: ticks) * 1.0001)))
    if 1e-3..<1e7 ~= greatest {
      return ticks.map { $0 == 0 ? "0" : Numeral($0, decimals: max(0, -place)).description }
    }
    return ticks.map { power($0, place: place) }
  }

  /// Powers of ten; plain numbers where a tick is none.
  package static func log(_ ticks: [Double]) -> [String] {
    let exponents = ticks.map { log10($0) }
    guard exponents.allSatisfy({ ($0 - $0.rounded()).magnitude < 1e-9 }) else {
      return ticks.map { Numeral($0).description }
    }
    return exponents.map { Numeral(powerOfTen: Int($0.rounded())).description }
  }

  /// Zero, and powers of ten with their signs.
  package static func symmetricLog(_ ticks: [Double]) -> [String] {
    ticks.map { tick in
      tick == 0 ? "0" : (tick < 0 ? "−" : "") + log([tick.magnitude])[0]
    }
  }

  private static func gap(of ticks: [Double]) -> Double {
    let gap = ticks[1] / 2 - ticks[0] / 2
    return gap < 1e300 ? gap * 2 : gap
  }

  private static func power(_ tick: Double, place: Int) -> String {
    guard tick != 0 else { return "0" }
    let exponent = Int(floor(log10(tick.magnitude * 1.0001)))
    return Numeral(tick, digits: max(1, exponent - place + 1)).description
  }
}
