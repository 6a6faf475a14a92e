/// The words for a column of numbers, of which different ones never read the same.
///
/// Each number has up to `digits` significant digits; those that would then be equal to a different
/// one have as many more as tell them apart.
public func distinctNumerals(_ values: [Double], upTo digits: Int) -> [String] {
  var words = values.map { Numeral($0, upTo: digits).description }
  var alike: [String: Set<UInt64>] = [:]
  for (value, word) in zip(values, words) { alike[word, default: []].insert(value.bits) }
  for (index, value) in values.enumerated() {
    guard let others = alike[words[index]], others.count > 1 else { continue }
    words[index] = distinct(value, among: others, from: digits + 1)
  }
  return words
}

/// With the fewest digits by which a number differs from all others that read the same so far.
private func distinct(_ value: Double, among others: Set<UInt64>, from digits: Int) -> String {
  let others = others.subtracting([value.bits]).map { Double(bitPattern: $0) }
  for count in digits...max(digits, 17) {
    let word = Numeral(value, upTo: count).description
    if !others.contains(where: { Numeral($0, upTo: count).description == word }) { return word }
  }
  return Numeral(value, upTo: 17).description
}

extension Double {
  /// Equal for 0 and −0, and for all that is NaN.
  fileprivate var bits: UInt64 { isNaN ? Double.nan.bitPattern : (self == 0 ? 0 : self).bitPattern }
}
