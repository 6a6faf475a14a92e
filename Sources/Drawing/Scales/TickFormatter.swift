import Charts
import Glibc

/// Formats the labels of a row of ticks consistently.
///
/// Labels have as many digits as the distance of the ticks requires, so different ticks never have
/// equal labels.
package enum TickFormatter {
  /// Numbers with the same number of decimals, or powers of ten if plain numbers would have many
  /// zeros.
  package static func linear(_ ticks: [Double]) -> [String] {
    guard ticks.count > 1 else { return ticks.map { Numeral($0, upTo: 15).description } }
    let largest = ticks.reduce(0) { max($0, $1.magnitude) }
    let place = place(of: ticks)
    if 1e-3..<1e7 ~= largest {
      return ticks.map { $0 == 0 ? "0" : Numeral($0, decimals: max(0, -place)).description }
    }
    return ticks.map { power($0, place: place) }
  }

  /// Powers of ten, or plain numbers if a tick is not a power of ten.
  package static func log(_ ticks: [Double]) -> [String] {
    let exponents = ticks.map { log10($0) }
    if exponents.allSatisfy({ ($0 - $0.rounded()).magnitude < 1e-9 }) {
      return exponents.map { Numeral(powerOfTen: Int($0.rounded())).description }
    }
    return isEven(ticks) ? linear(ticks) : shortest(ticks)
  }

  /// Zero, and signed powers of ten.
  package static func symmetricLog(_ ticks: [Double]) -> [String] {
    let magnitudes = Set(ticks.map(\.magnitude)).subtracting([0]).sorted()
    let numerals = Dictionary(uniqueKeysWithValues: zip(magnitudes, log(magnitudes)))
    if isEven(ticks), !magnitudes.allSatisfy({ numerals[$0]?.hasPrefix("10") ?? false }) {
      return linear(ticks)
    }
    return ticks.map { tick in
      tick == 0 ? "0" : (tick < 0 ? "−" : "") + (numerals[tick.magnitude] ?? "")
    }
  }

  /// Numbers with as few digits as keep them accurate to a thousandth of their distance.
  static func shortest(_ numbers: [Double]) -> [String] {
    let gap = gap(of: numbers)
    let digits = (3...17).first { digits in
      numbers.allSatisfy { number in
        guard number != 0 else { return true }
        let unit = pow(10, floor(log10(number.magnitude)) - Double(digits - 1))
        return error(of: number, unit) <= gap / 1000
      }
    }
    return numbers.map { Numeral($0, upTo: digits ?? 17).description }
  }

  /// The exponent of the last digit that is shown: no tick is rounded by more than a thousandth of
  /// the distance between ticks.
  private static func place(of ticks: [Double]) -> Int {
    let gap = max(gap(of: ticks), .leastNormalMagnitude)
    let first = Int(floor(log10(gap * 1.0001)))
    return (0...6).map { first - $0 }.first { place in
      ticks.allSatisfy { error(of: $0, pow(10, Double(place))) <= gap / 1000 }
    } ?? first
  }

  /// The distance of a number from the nearest multiple of a unit.
  private static func error(of number: Double, _ unit: Double) -> Double {
    guard unit > 0 else { return 0 }
    return (number / unit - (number / unit).rounded()).magnitude * unit
  }

  private static func gap(of ticks: [Double]) -> Double {
    let gap = zip(ticks, ticks.dropFirst()).map { $1 / 2 - $0 / 2 }.min() ?? 0
    return gap < 1e300 ? gap * 2 : gap
  }

  private static func isEven(_ ticks: [Double]) -> Bool {
    let gaps = zip(ticks, ticks.dropFirst()).map { $1 / 2 - $0 / 2 }
    return ticks.count > 2 && gaps.allSatisfy { ($0 - gaps[0]).magnitude < gaps[0] * 1e-6 }
  }

  private static func power(_ tick: Double, place: Int) -> String {
    guard tick != 0 else { return "0" }
    let exponent = Int(floor(log10(tick.magnitude * 1.0001)))
    return Numeral(tick, digits: max(1, exponent - place + 1)).description
  }
}
