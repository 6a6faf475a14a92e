/// A number as prose sets it: `9.54 × 10⁻⁷`, never `9.54e-07`.
///
///     format(1.0 / 3, digits: 2)  // 0.33
///
/// - Parameters:
///   - value: The number.
///   - digits: How many significant digits; without it three, and no trailing zeros.
/// - Returns: The number with Unicode's minus and superscripts.
public func format(_ value: Double, digits: Int? = nil) -> String {
  Numeral(value, digits: digits).description
}

/// A number as prose sets it.
public func format(_ value: Float, digits: Int? = nil) -> String {
  Numeral(value, digits: digits).description
}

/// A whole number as prose sets it: `13,781`.
public func format(_ value: Int) -> String { Numeral(value).description }
