extension Tensor {
  /// The share of dead units: those whose magnitudes are all below `threshold`, over all examples.
  ///
  /// For a ReLU's outputs, or for the gradient of any pre-activation. `dim` is the dimension of the
  /// units: the last one for a layer's outputs, 1 for a convolution's channels. NaN when a number is NaN.
  /// Traps when there is no such dimension or its size is 0.
  public func deadShare(below threshold: Double = 1e-12, dim: Int = -1) -> Double {
    let (outer, units, inner) = shape.split(at: shape.axis(of: dim, "deadShare"))
    require(units > 0, "deadShare: shape \(shape) has no units")
    if hasNaN { return .nan }
    let limit = Float(threshold)
    var isAlive = [Bool](repeating: false, count: units)
    for row in 0..<outer * units where !isAlive[row % units] {
      let x = data + row * inner
      isAlive[row % units] = !(0..<inner).allSatisfy { Swift.abs(x[$0]) < limit }
    }
    return Double(isAlive.count { !$0 }) / Double(units)
  }

  /// The share of saturated numbers: those closer than `margin` to an end of `range` or beyond it, where
  /// an activation is almost flat.
  ///
  /// The default range is that of tanh; a sigmoid's is 0...1. NaN when a number is NaN. Traps on a tensor
  /// without numbers.
  public func saturatedShare(
    of range: ClosedRange<Double> = -1...1, margin: Double = 0.01
  ) -> Double {
    require(count > 0, "saturatedShare: shape \(shape) has no numbers")
    if hasNaN { return .nan }
    let low = Float(range.lowerBound + margin)
    let high = Float(range.upperBound - margin)
    var saturated: Int32 = 0
    for i in 0..<count { saturated &+= data[i] < low || data[i] > high ? 1 : 0 }
    return Double(saturated) / Double(count)
  }

  /// Whether any number is NaN.
  private var hasNaN: Bool { (0..<count).contains { data[$0].isNaN } }
}
