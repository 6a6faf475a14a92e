/// What a gradient's norm says about training.
public enum Verdict: String, Sendable {
  /// Neither of the others.
  case healthy
  /// Too small for anything to be learned from it.
  case vanishing
  /// So large that a step of ordinary size leads far astray.
  case exploding
  /// Beyond float32: ±∞ is among the numbers.
  case infinite
  /// NaN is among the numbers, and whatever the optimiser changes by it becomes NaN too.
  case notANumber = "not a number"
}

/// Between which norms a gradient counts as healthy.
///
/// Norms depend on a loss's scale (a sum instead of a mean multiplies them by the size of the batch), so
/// no limits fit all networks: compare layers with each other first.
public struct Thresholds: Equatable, Sendable {
  /// The norm below which a gradient is called vanishing.
  public var vanishing: Double
  /// The norm above which a gradient is called exploding.
  public var exploding: Double

  /// Limits, of which the lower may not be negative nor above the upper.
  public init(vanishing: Double = 1e-5, exploding: Double = 100) {
    require(
      vanishing >= 0 && exploding >= vanishing,
      "Thresholds: vanishing below \(vanishing), exploding above \(exploding)")
    self.vanishing = vanishing
    self.exploding = exploding
  }

  /// What a gradient of norm `norm` is.
  public func verdict(_ norm: Double) -> Verdict {
    if norm.isNaN { return .notANumber }
    if norm.isInfinite { return .infinite }
    return norm < vanishing ? .vanishing : norm > exploding ? .exploding : .healthy
  }
}
