import Foundation

/// A number with its unit, while a text is scanned from left to right.
struct Quantity {
  /// Its possible values: `1,234` is 1234, or in other languages 1.234.
  var candidates: [RoundedNumber]
  /// Its value if it is a plain whole number, without a unit, power or fraction.
  var whole: Int?
  /// Numerator and denominator of a fraction.
  var fraction: (Int, Int)?
  var isPercent = false

  /// Interprets groups of digits with their separators; there are no candidates if no language writes
  /// numbers like this.
  init(digits first: String, groups: [(separator: Character, digits: String)]) {
    let others = groups.map(\.digits)
    whole = groups.isEmpty ? Int(first) : nil
    candidates = groups.isEmpty ? [first].compactMap { Double($0).map { RoundedNumber($0) } } : []
    let areThousands = first.count <= 3 && first.first != "0"
    func areAlike(_ groups: some Collection<(separator: Character, digits: String)>) -> Bool {
      groups.allSatisfy { $0.digits.count == 3 && $0.separator == groups.first?.separator }
    }
    if !groups.isEmpty, areThousands, areAlike(groups),
      let value = Double(first + others.joined())
    {
      candidates.append(RoundedNumber(value))
    }
    guard let last = groups.last, ".,".contains(last.separator) else { return }
    let before = groups.dropLast()
    let isDecimal =
      before.isEmpty
      || areThousands && areAlike(before) && before.first?.separator != last.separator
    if isDecimal, let value = Double(first + others.dropLast().joined() + "." + last.digits) {
      candidates.append(RoundedNumber(value, decimals: last.digits.count))
    }
  }

  /// A number that is exact as written.
  init(exact value: Double) { candidates = [RoundedNumber(exact: value)] }

  /// A percentage, such as 12 for 12%; its first candidate is the share 0.12.
  init(percent value: Double) {
    candidates = [RoundedNumber(value)]
    turnIntoPercent()
  }

  /// A numeral that is not a quantity, such as a date.
  static let none: Quantity = {
    var none = Quantity(exact: 0)
    none.candidates = []
    return none
  }()

  /// Multiplies the number by a factor.
  mutating func scale(by factor: Double) {
    candidates = candidates.map { $0.scaled(by: factor) }
    whole = nil
  }

  /// Raises the number to a power; a power of ten is precise to one digit, all others are exact.
  mutating func raise(to exponent: Int) {
    candidates = candidates.map { base in
      let value = pow(base.value, Double(exponent))
      return base.value == 10
        ? RoundedNumber(value: value, tolerance: 0.5 * value) : RoundedNumber(exact: value)
    }
    whole = nil
  }

  /// Divides the number by another.
  mutating func divide(by divisor: Int) {
    fraction = whole.map { ($0, divisor) }
    candidates =
      divisor == 0 ? [] : candidates.map { RoundedNumber(exact: $0.value / Double(divisor)) }
    whole = nil
  }

  /// Interprets the number as a percentage, or as a value that is itself measured in percent.
  mutating func turnIntoPercent() {
    // A value measured in percent is hardly ever as small as a ratio.
    candidates = candidates.map { $0.scaled(by: 0.01) } + candidates.filter { $0.value >= 5 }
    whole = nil
    isPercent = true
  }
}
