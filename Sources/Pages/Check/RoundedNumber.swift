import Foundation

/// A rounded number: a value, and the tolerance that its precision implies.
struct RoundedNumber: Equatable {
  var value: Double
  /// Half a unit of the last written digit.
  var tolerance: Double

  /// A number with a number of decimals.
  init(_ value: Double, decimals: Int = 0) {
    self.init(value: value, tolerance: 0.5 * pow(10, -Double(decimals)))
  }

  /// An exact number such as a fraction; its tolerance is that of a number with two digits, 2%.
  init(exact value: Double) { self.init(value: value, tolerance: 0.02 * abs(value)) }

  init(value: Double, tolerance: Double) { (self.value, self.tolerance) = (value, tolerance) }

  /// The number in another unit.
  func scaled(by factor: Double) -> RoundedNumber {
    RoundedNumber(value: value * factor, tolerance: tolerance * abs(factor))
  }

  /// One minus this share.
  var complement: RoundedNumber { RoundedNumber(value: 1 - value, tolerance: tolerance) }

  var negated: RoundedNumber { RoundedNumber(value: -value, tolerance: tolerance) }

  /// The smallest number that rounds to this one.
  var low: Double { value - slack }
  /// The largest number that rounds to this one.
  var high: Double { value + slack }
  private var slack: Double { tolerance * 1.000_001 }

  /// Whether a number, rounded to the same digits, is this one.
  func matches(_ number: Double) -> Bool { (low...high).contains(number) || number == value }
}
