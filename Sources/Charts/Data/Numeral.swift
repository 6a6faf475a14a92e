/// A number formatted for prose: `9.54 × 10⁻⁷`, `−0.25`, `13,781`; never `9.54e-07`.
///
/// By default it has three significant digits without trailing zeros, all digits before the decimal
/// point up to 999,999, and a power of ten below 0.001. If a number of digits is given, it has exactly
/// that many. Rounding starts from the shortest decimal form that gives the value back; halves are
/// rounded away from zero.
public struct Numeral: Equatable, Sendable {
  /// The text before the exponent of ten, or all of it if there is no exponent.
  public let base: String
  /// The exponent of ten, if the number is written with a power of ten.
  public let exponent: Int?

  /// Formats a number, by default with up to three significant digits.
  public init(_ value: Double, digits: Int? = nil) {
    self.init(shortest: value.description, digits: digits)
  }

  /// Formats a number with at most `digits` significant digits and no trailing zeros.
  public init(_ value: Double, upTo digits: Int) {
    guard let exact = DecimalDigits(value.description) else {
      self.init(value)
      return
    }
    self.init(exact, upTo: digits)
  }

  /// Formats a number by its own decimal digits, not by those of the nearest `Double`.
  public init(_ value: Float, digits: Int? = nil) {
    self.init(shortest: value.description, digits: digits)
  }

  /// Formats an integer with all its digits.
  public init(_ value: Int) {
    self.init(base: (value < 0 ? "−" : "") + grouped(String(value.magnitude)))
  }

  /// Formats a number with exactly `decimals` decimals and without a power of ten, for tick labels.
  package init(_ value: Double, decimals: Int) {
    guard let exact = DecimalDigits(value.description) else {
      self.init(value)
      return
    }
    let number = exact.rounded(toPlace: -decimals)
    let shown = number.exponent + 1 + decimals
    self.init(number, shown: shown, isPower: false)
  }

  /// Formats a power of ten: 10⁰ as 1, 10¹ as 10, all others as powers.
  package init(powerOfTen exponent: Int) {
    self.init(base: exponent == 0 ? "1" : "10", exponent: 0...1 ~= exponent ? nil : exponent)
  }

  private init(base: String, exponent: Int? = nil) {
    self.base = base
    self.exponent = exponent
  }

  private init(shortest: String, digits: Int?) {
    guard let exact = DecimalDigits(shortest) else {
      self.init(base: nameOfNonFinite(shortest))
      return
    }
    if let digits {
      self.init(exact, digits: max(1, digits))
    } else {
      self.init(exact, upTo: 3)
    }
  }

  private init(_ exact: DecimalDigits, digits: Int) {
    let number = exact.rounded(to: digits)
    let isPower = !(-3..<digits).contains(number.exponent)
    self.init(number, shown: digits, isPower: isPower)
  }

  private init(_ exact: DecimalDigits, upTo digits: Int) {
    let whole = exact.exponent < 6 ? exact.exponent + 1 : 0
    let number = exact.rounded(to: max(digits, whole))
    let isPower = !(-3..<6).contains(number.exponent)
    self.init(number, shown: number.digits.count, isPower: isPower)
  }

  private init(_ number: DecimalDigits, shown: Int, isPower: Bool) {
    let sign = number.isNegative && !number.digits.isEmpty ? "−" : ""
    guard isPower else {
      self.init(base: sign + fixed(number, shown: shown, exponent: number.exponent))
      return
    }
    let factor = fixed(number, shown: shown, exponent: 0)
    let base = factor == "1" ? "10" : "\(factor) × 10"
    self.init(base: sign + base, exponent: number.exponent)
  }
}

extension Numeral: CustomStringConvertible {
  /// The number with the exponent in Unicode superscripts.
  public var description: String { base + (exponent.map(superscript) ?? "") }
}

private func nameOfNonFinite(_ description: String) -> String {
  switch description {
  case "inf": "∞"
  case "-inf": "−∞"
  default: "NaN"
  }
}

private func fixed(_ number: DecimalDigits, shown: Int, exponent: Int) -> String {
  let text = number.digits.map { Character(UnicodeScalar(UInt8(ascii: "0") + $0)) }
  let lead = String(repeating: "0", count: max(0, -exponent))
  let padded = lead + String(text) + String(repeating: "0", count: max(0, shown - text.count))
  let whole = max(exponent, 0) + 1
  let filled = padded + String(repeating: "0", count: max(0, whole - padded.count))
  let fraction = filled.dropFirst(whole)
  return grouped(String(filled.prefix(whole))) + (fraction.isEmpty ? "" : ".\(fraction)")
}

/// Inserts commas between thousands, from five digits on.
private func grouped(_ digits: String) -> String {
  guard digits.count > 4 else { return digits }
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return text
}

private func superscript(_ exponent: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return String(String(exponent).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
}
