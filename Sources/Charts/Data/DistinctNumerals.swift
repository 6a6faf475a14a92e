/// Formats a column of numbers so that different numbers have different texts.
///
/// Each number has up to `digits` significant digits; numbers whose texts would then be equal have as
/// many more digits as are needed to distinguish them.
public func distinctNumerals(_ values: [Double], upTo digits: Int) -> [String] {
  var texts = values.map { Numeral($0, upTo: digits).description }
  var equal: [String: Set<UInt64>] = [:]
  for (value, text) in zip(values, texts) { equal[text, default: []].insert(value.bits) }
  for (index, value) in values.enumerated() {
    guard let others = equal[texts[index]], others.count > 1 else { continue }
    texts[index] = distinct(value, among: others, from: digits + 1)
  }
  return texts
}

/// The text with the fewest digits in which a number differs from all others with the same shorter text.
private func distinct(_ value: Double, among others: Set<UInt64>, from digits: Int) -> String {
  let others = others.subtracting([value.bits]).map { Double(bitPattern: $0) }
  for count in digits...max(digits, 17) {
    let text = Numeral(value, upTo: count).description
    if !others.contains(where: { Numeral($0, upTo: count).description == text }) { return text }
  }
  return Numeral(value, upTo: 17).description
}

extension Double {
  /// The bit pattern, but the same for 0 and −0 and for all NaNs.
  fileprivate var bits: UInt64 { isNaN ? Double.nan.bitPattern : (self == 0 ? 0 : self).bitPattern }
}
