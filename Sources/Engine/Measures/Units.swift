extension Tensor {
  /// The share of units that say nothing: those all of whose numbers, over all examples, are smaller
  /// than `threshold`.
  ///
  /// Of a ReLU's outputs or of the gradient before any activation: a unit that passes none on is dead.
  /// Units stand along dimension `dim`: the last one of a layer's outputs, 1 for a convolution's
  /// channels. NaN when a number is. Traps when there is no such dimension or no unit.
  public func deadShare(below threshold: Double = 1e-12, dim: Int = -1) -> Double {
    let (outer, units, inner) = shape.split(at: shape.place(of: dim, "deadShare"))
    require(units > 0, "deadShare: shape \(shape) has no unit")
    if hasNaN { return .nan }
    let limit = Float(threshold)
    var isAlive = [Bool](repeating: false, count: units)
    for row in 0..<outer * units where !isAlive[row % units] {
      let x = data + row * inner
      isAlive[row % units] = !(0..<inner).allSatisfy { Swift.abs(x[$0]) < limit }
    }
    return Double(isAlive.count { !$0 }) / Double(units)
  }

  /// The share of numbers that lie nearer than `margin` to an end of `range` or beyond it: where an
  /// activation is almost flat.
  ///
  /// Of tanh's outputs by default; a sigmoid's lie in 0...1. NaN when a number is. Traps when there is
  /// no number.
  public func saturatedShare(
    of range: ClosedRange<Double> = -1...1, margin: Double = 0.01
  ) -> Double {
    require(count > 0, "saturatedShare: shape \(shape) has no number")
    if hasNaN { return .nan }
    let low = Float(range.lowerBound + margin)
    let high = Float(range.upperBound - margin)
    var saturated: Int32 = 0
    for i in 0..<count { saturated &+= data[i] < low || data[i] > high ? 1 : 0 }
    return Double(saturated) / Double(count)
  }
  /// Whether NaN is among the numbers.
  private var hasNaN: Bool { (0..<count).contains { data[$0].isNaN } }
}
