/// The decimal digits of a number, without leading and trailing zeros.
struct DecimalDigits: Equatable {
  var isNegative = false
  /// The digits 0…9, of which the first and the last are not 0; empty for zero.
  var digits: [UInt8] = []
  /// The power of ten of the first digit.
  var exponent = 0

  /// Parses the `description` of a finite number, such as `-12.5` or `1e-07`; nil for other text.
  init?(_ description: String) {
    var pointSeen = false
    var point = 0
    var bytes = description.utf8[...]
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        if !pointSeen { point += 1 }
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"):
        guard let power = Int(Substring(bytes)) else { return nil }
        point += power
        bytes = bytes[bytes.endIndex...]
      default: return nil
      }
    }
    exponent = point - 1
    trim()
  }

  /// The nearest number with at most `count` digits; halves are rounded away from zero.
  func rounded(to count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    result.digits = Array(digits.prefix(count))
    if digits[count] >= 5 { result.increment() }
    result.trim()
    return result
  }

  /// The nearest multiple of 10^`place`; halves are rounded away from zero.
  func rounded(toPlace place: Int) -> DecimalDigits {
    let count = exponent - place + 1
    if count >= 0 { return rounded(to: count) }
    var zero = self
    zero.digits = []
    zero.exponent = 0
    return zero
  }

  private mutating func increment() {
    while digits.last == 9 { digits.removeLast() }
    if let last = digits.popLast() {
      digits.append(last + 1)
    } else {
      digits = [1]
      exponent += 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent - zeros
  }
}
