/// The `q`-quantile of `values`, interpolated linearly between neighbours: `quantile([1, 2, 4], 0.5)` is
/// 2, and 3 at 0.75.
///
/// NaN when a value is NaN, and between −∞ and ∞. Traps without values and when `q` is not in 0...1.
public func quantile(_ values: [Double], _ q: Double) -> Double {
  require(!values.isEmpty, "quantile: no values were given")
  require((0...1).contains(q), "quantile: q is \(q), which is not in 0...1")
  guard !values.contains(where: \.isNaN) else { return .nan }
  let sorted = values.sorted()
  let position = q * Double(sorted.count - 1)
  let (low, rest) = (Int(position), position - position.rounded(.down))
  let (a, b) = (sorted[low], sorted[min(low + 1, sorted.count - 1)])
  if rest == 0 || a == b { return a }
  // Interpolation towards an infinity gives that infinity, and NaN between both infinities.
  return (b - a).isFinite ? a + rest * (b - a) : (1 - rest) * a + rest * b
}

/// The median of `values`: ``quantile(_:_:)`` at ½.
///
/// Traps without values.
public func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

extension Tensor {
  /// The `q`-quantile of all numbers.
  ///
  /// Traps without numbers and when `q` is not in 0...1.
  public func quantile(_ q: Double) -> Double { Engine.quantile(doubles, q) }

  /// The median of all numbers.
  ///
  /// Traps without numbers.
  public func median() -> Double { quantile(0.5) }
}
