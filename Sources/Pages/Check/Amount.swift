import Foundation

/// A number as prose gives it: a value, and by how much what it stands for may differ from it.
struct Amount: Equatable {
  var value: Double
  /// A half of the last digit that is written.
  var tolerance: Double

  /// A number with so many decimals.
  init(_ value: Double, decimals: Int = 0) {
    self.init(value: value, tolerance: 0.5 * pow(10, -Double(decimals)))
  }

  /// A number that is written exactly, as a fraction is: read as one of two digits.
  init(exact value: Double) { self.init(value: value, tolerance: 0.02 * abs(value)) }

  init(value: Double, tolerance: Double) { (self.value, self.tolerance) = (value, tolerance) }

  /// This number in another unit.
  func scaled(by factor: Double) -> Amount {
    Amount(value: value * factor, tolerance: tolerance * abs(factor))
  }

  /// What is missing from this share to all.
  var complement: Amount { Amount(value: 1 - value, tolerance: tolerance) }

  var negated: Amount { Amount(value: -value, tolerance: tolerance) }

  /// The least and the greatest number that rounds to this one.
  var low: Double { value - slack }
  var high: Double { value + slack }
  private var slack: Double { tolerance * 1.000_001 }

  /// Whether a number is this one, rounded to as many digits.
  func rounds(_ number: Double) -> Bool { (low...high).contains(number) || number == value }
}
