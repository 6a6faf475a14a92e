/// A number as it is set in prose: `9.54 × 10⁻⁷`, `−0.25`, `13,781`; never `9.54e-07`.
///
/// Without a wish it has three significant digits and no trailing zeros, keeps all digits
/// before the point up to 999,999, and takes powers of ten below 0.001. A wish for a
/// number of digits is met exactly. Rounding starts from the shortest decimal form that
/// gives the value back, a half goes away from zero.
public struct Numeral: Equatable, Sendable {
  /// What stands on the line: all of the number, or what precedes the power's exponent.
  public let base: String
  /// The exponent of ten, if the number is set as a power.
  public let exponent: Int?

  /// Sets a number.
  public init(_ value: Double, digits: Int? = nil) {
    self.init(shortest: value.description, digits: digits)
  }

  /// Sets a number by its own decimal digits, not by those of the nearest `Double`.
  public init(_ value: Float, digits: Int? = nil) {
    self.init(shortest: value.description, digits: digits)
  }

  /// Sets a whole number with all its digits.
  public init(_ value: Int) {
    base = (value < 0 ? "−" : "") + grouped(String(value.magnitude))
    exponent = nil
  }

  private init(shortest: String, digits: Int?) {
    base = shortest
    exponent = nil
  }
}

func grouped(_ digits: String) -> String { digits }

extension Numeral: CustomStringConvertible {
  /// The number with Unicode's superscripts.
  public var description: String { base }
}
