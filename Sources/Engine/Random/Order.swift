extension SeededGenerator {
  /// A whole number in 0..<`count`, each equally likely.
  ///
  /// The high word of a product (Lemire, Fast Random Integer Generation in an Interval, 2019, without
  /// the rejection); probabilities are off by less than `count`/2⁶⁴.
  mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// 0..<`count` in a random order (Durstenfeld, Algorithm 235: Random Permutation, 1964).
  ///
  /// The standard library can change its `shuffled`, which would change every measured number.
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }
}
