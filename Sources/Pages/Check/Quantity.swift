import Foundation

/// A number with its unit, as a text is read from left to right.
struct Quantity {
  /// What it may be: `1,234` is 1234, or in other languages 1.234.
  var amounts: [Amount]
  /// Its value if it is a whole number with nothing around it, as what counts or names things is.
  var whole: Int?
  /// Both numbers of a fraction.
  var fraction: (Int, Int)?
  var isPercent = false

  /// A numeral of groups of digits with what separates them; no amounts where no language writes it so.
  init(digits first: String, groups: [(separator: Character, digits: String)]) {
    let others = groups.map(\.digits)
    whole = groups.isEmpty ? Int(first) : nil
    amounts = groups.isEmpty ? [first].compactMap { Double($0).map { Amount($0) } } : []
    let areThousands = first.count <= 3 && first.first != "0"
    func areAlike(_ groups: some Collection<(separator: Character, digits: String)>) -> Bool {
      groups.allSatisfy { $0.digits.count == 3 && $0.separator == groups.first?.separator }
    }
    if !groups.isEmpty, areThousands, areAlike(groups),
      let value = Double(first + others.joined())
    {
      amounts.append(Amount(value))
    }
    guard let last = groups.last, ".,".contains(last.separator) else { return }
    let before = groups.dropLast()
    let isDecimal =
      before.isEmpty
      || areThousands && areAlike(before) && before.first?.separator != last.separator
    if isDecimal, let value = Double(first + others.dropLast().joined() + "." + last.digits) {
      amounts.append(Amount(value, decimals: last.digits.count))
    }
  }

  /// A number that is written exactly.
  init(exact value: Double) { amounts = [Amount(exact: value)] }

  /// So many of a hundred.
  init(percent value: Double) {
    amounts = [Amount(value)]
    turnIntoPercent()
  }

  /// A number of no meaning as a size.
  static let none: Quantity = {
    var none = Quantity(exact: 0)
    none.amounts = []
    return none
  }()

  /// The number times a factor.
  mutating func scale(by factor: Double) {
    (amounts, whole) = (amounts.map { $0.scaled(by: factor) }, nil)
  }

  /// The number to a power: a power of ten has one digit, all others are exact.
  mutating func raise(to exponent: Int) {
    amounts = amounts.map { base in
      let value = pow(base.value, Double(exponent))
      return base.value == 10
        ? Amount(value: value, tolerance: 0.5 * value) : Amount(exact: value)
    }
    whole = nil
  }

  /// This number over another.
  mutating func divide(by divisor: Int) {
    fraction = whole.map { ($0, divisor) }
    amounts = divisor == 0 ? [] : amounts.map { Amount(exact: $0.value / Double(divisor)) }
    whole = nil
  }

  /// Takes the number for one of hundredths, or of what is given in hundredths already.
  mutating func turnIntoPercent() {
    // What is measured in hundredths is hardly ever as small as a ratio.
    (amounts, whole) = (amounts.map { $0.scaled(by: 0.01) } + amounts.filter { $0.value >= 5 }, nil)
    isPercent = true
  }
}
