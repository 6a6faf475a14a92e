extension Tensor {
  /// The L2 norm √Σx², summed in double precision, so it is correct where a float32 sum of squares would
  /// be 0 or ∞.
  ///
  /// The result is a plain number: no gradient passes through it.
  public func norm() -> Double { sumOfSquares(data, count).squareRoot() }
}
