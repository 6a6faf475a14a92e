internal import Charts

/// A number that has become another.
public struct Movement: Sendable {
  /// What it was.
  public let from: Double
  /// What it is.
  public let to: Double

  /// The way from one number to another; nil where it is none.
  ///
  /// NaN is NaN, and −0 is 0.
  public init?(from: Double, to: Double) {
    guard from != to, !(from.isNaN && to.isNaN) else { return nil }
    (self.from, self.to) = (from, to)
  }

  /// By how much it moved; nil unless both are finite.
  public var absolute: Double? {
    let difference = to - from
    return difference.isFinite ? difference : nil
  }

  /// By which share of what it was; nil unless both are finite and that is not 0.
  public var relative: Double? {
    guard let absolute, from != 0 else { return nil }
    return absolute / abs(from)
  }

  /// How far it moved, from 0 to 2, as a share of the larger; ∞ where one is not finite.
  ///
  /// It is the same for the way back.
  public var size: Double {
    absolute.map { abs($0) / max(abs(from), abs(to)) } ?? .infinity
  }
}

extension Movement {
  /// `0.25 → 0.251 (+0.001, +0.4%)`, in as many digits as the difference needs to be seen.
  public var words: String { "\(fromWords) → \(toWords)" + amountInBrackets }

  var fromWords: String { Numeral(from, upTo: digits).description }
  var toWords: String { Numeral(to, upTo: digits).description }

  /// By how much, after a space and in brackets; nothing where there is no telling.
  var amountInBrackets: String {
    let amounts = [absolute.map { signed($0) }, proportion].compactMap(\.self)
    return amounts.isEmpty ? "" : " (\(amounts.joined(separator: ", ")))"
  }

  /// One digit more than tells them apart, and at least four.
  private var digits: Int {
    let enough = (3...16).first { Numeral(from, upTo: $0) != Numeral(to, upTo: $0) }
    return (enough ?? 16) + 1
  }

  /// `+24%`, or from tenfold on `×13,781` and `÷13,781`.
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
