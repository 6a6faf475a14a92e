/// The number with the fewest decimal digits within a distance of another.
///
/// A computed number, such as the edge of a bin, has rounding errors: −4 × 0.96 + 6 × 0.04 is
/// −3.5999999999999996 instead of −3.6.
func cleaned(_ value: Double, within distance: Double) -> Double {
  guard value.isFinite, value != 0, let exact = DecimalDigits(value.description) else {
    return value
  }
  if value.magnitude <= distance { return 0 }
  for count in 1..<max(1, exact.digits.count) {
    if let short = exact.rounded(to: count).number, (short - value).magnitude <= distance {
      return short
    }
  }
  return value
}

/// The point `step` of the `count` + 1 points that divide a range into equal parts: both ends are
/// exact, and the points between have no digits that are only rounding errors.
func subdivision(_ step: Int, of count: Int, from start: Double, to end: Double) -> Double {
  if step <= 0 { return start }
  if step >= count { return end }
  let share = Double(step) / Double(count)
  let reach = max(start.magnitude, end.magnitude).ulp
  return cleaned(start * (1 - share) + end * share, within: 2 * reach)
}

extension DecimalDigits {
  /// The nearest `Double`; nil if it is not finite.
  fileprivate var number: Double? {
    guard let first = digits.first else { return 0 }
    let rest = digits.dropFirst().map { String($0) }.joined()
    let number = Double("\(isNegative ? "-" : "")\(first).\(rest.isEmpty ? "0" : rest)e\(exponent)")
    return number.flatMap { $0.isFinite ? $0 : nil }
  }
}
