/// The classification of a gradient by its norm.
public enum Verdict: String, Sendable {
  /// None of the others.
  case healthy
  /// Too small to learn from.
  case vanishing
  /// So large that an ordinary step overshoots.
  case exploding
  /// Beyond the range of float32: a number is ±∞.
  case infinite
  /// A number is NaN, and every parameter that the optimiser updates with it becomes NaN too.
  case notANumber = "not a number"
}

/// The range of norms in which a gradient counts as healthy.
///
/// Norms depend on the scale of the loss (a sum instead of a mean multiplies them by the batch size), so
/// no thresholds fit all networks: compare layers with each other first.
public struct Thresholds: Equatable, Sendable {
  /// The norm below which a gradient counts as vanishing.
  public var vanishing: Double
  /// The norm above which a gradient counts as exploding.
  public var exploding: Double

  /// Thresholds; traps unless 0 ≤ `vanishing` ≤ `exploding`.
  public init(vanishing: Double = 1e-5, exploding: Double = 100) {
    require(
      vanishing >= 0 && exploding >= vanishing,
      "Thresholds: 0 ≤ vanishing ≤ exploding does not hold for \(vanishing) and \(exploding)")
    self.vanishing = vanishing
    self.exploding = exploding
  }

  /// The verdict on a gradient of norm `norm`.
  public func verdict(_ norm: Double) -> Verdict {
    if norm.isNaN { return .notANumber }
    if norm.isInfinite { return .infinite }
    return norm < vanishing ? .vanishing : norm > exploding ? .exploding : .healthy
  }
}
