internal import Charts

/// A number that changed.
public struct NumberChange: Sendable {
  /// The number before.
  public let from: Double
  /// The number now.
  public let to: Double

  /// Creates the change from one number to another; nil if they are equal.
  ///
  /// NaN counts as equal to NaN, and −0 to 0.
  public init?(from: Double, to: Double) {
    guard from != to, !(from.isNaN && to.isNaN) else { return nil }
    self.from = from
    self.to = to
  }

  /// The difference `to - from`; nil unless both are finite.
  public var absolute: Double? {
    let difference = to - from
    return difference.isFinite ? difference : nil
  }

  /// The difference as a share of `from`; nil unless both are finite and `from` is not 0.
  public var relative: Double? {
    guard let absolute, from != 0 else { return nil }
    return absolute / abs(from)
  }

  /// The difference as a share of the larger magnitude, from 0 to 2; ∞ unless both are finite.
  ///
  /// It is symmetric in `from` and `to`.
  public var size: Double {
    absolute.map { abs($0) / max(abs(from), abs(to)) } ?? .infinity
  }
}

extension NumberChange {
  /// `0.25 → 0.251 (+0.001, +0.4%)`, with as many digits as needed to show the difference.
  public var text: String { "\(fromText) → \(toText)" + amountInBrackets }

  private var fromText: String { Numeral(from, upTo: digits).description }
  private var toText: String { Numeral(to, upTo: digits).description }

  /// The differences after a space and in brackets; empty if they are undefined.
  var amountInBrackets: String {
    let amounts = [absolute.map { signed($0) }, proportion].compactMap(\.self)
    return amounts.isEmpty ? "" : " (\(amounts.joined(separator: ", ")))"
  }

  /// One digit more than needed to tell the numbers apart, and at least four.
  private var digits: Int {
    let enough = (3...16).first { Numeral(from, upTo: $0) != Numeral(to, upTo: $0) }
    return (enough ?? 16) + 1
  }

  /// `+24%`, or `×13,781` and `÷13,781` from a factor of ten.
  private var proportion: String? {
    guard let relative else { return nil }
    let ratio = to / from
    if ratio >= 10 { return "×\(Numeral(ratio, upTo: 2))" }
    if ratio > 0, ratio <= 0.1 { return "÷\(Numeral(1 / ratio, upTo: 2))" }
    return signed(100 * relative) + "%"
  }

  private func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + Numeral(value, upTo: 2).description
  }
}
