/// Formats a number for prose: `9.54 × 10⁻⁷`, never `9.54e-07`.
///
///     format(1.0 / 3, digits: 2)  // 0.33
///
/// - Parameters:
///   - value: The number.
///   - digits: The number of significant digits; by default up to three, without trailing zeros.
/// - Returns: The number with Unicode's minus and superscripts.
public func format(_ value: Double, digits: Int? = nil) -> String {
  Numeral(value, digits: digits).description
}

/// Formats a number for prose by its own decimal digits, not by those of the nearest `Double`.
public func format(_ value: Float, digits: Int? = nil) -> String {
  Numeral(value, digits: digits).description
}

/// Formats an integer for prose, with all its digits: `13,781`.
public func format(_ value: Int) -> String { Numeral(value).description }
