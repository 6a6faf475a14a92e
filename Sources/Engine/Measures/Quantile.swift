/// The number below which the share `q` of all `values` lies, by a straight line between neighbours:
/// `quantile([1, 2, 4], 0.5)` is 2, and 3 at 0.75.
///
/// NaN when one value is, and between −∞ and ∞. Traps when there are none or when `q` is not in 0...1.
public func quantile(_ values: [Double], _ q: Double) -> Double {
  require(!values.isEmpty, "quantile: there are no values")
  require((0...1).contains(q), "quantile: a share of \(q), which is not in 0...1")
  guard !values.contains(where: \.isNaN) else { return .nan }
  let sorted = values.sorted()
  let place = q * Double(sorted.count - 1)
  let (low, rest) = (Int(place), place - place.rounded(.down))
  let (a, b) = (sorted[low], sorted[min(low + 1, sorted.count - 1)])
  if rest == 0 || a == b { return a }
  // No line leads to an infinity: all between is as far away, and between both infinities nothing is.
  return (b - a).isFinite ? a + rest * (b - a) : (1 - rest) * a + rest * b
}

/// The value in the middle: ``quantile(_:_:)`` at one half.
public func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

extension Tensor {
  /// The number below which the share `q` of all numbers lies.
  public func quantile(_ q: Double) -> Double { Engine.quantile(doubles, q) }

  /// The number in the middle.
  public func median() -> Double { quantile(0.5) }
}
