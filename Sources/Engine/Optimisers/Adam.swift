/// Adam: steps along the moving average of the gradient, divided by the root of that of its square.
///
/// m ← β₁m + (1 − β₁)g and s ← β₂s + (1 − β₂)g², both initially 0, which after t steps is corrected by
/// m̂ = m/(1 − β₁ᵗ) and ŝ = s/(1 − β₂ᵗ); then w ← w − lr · m̂/(√ŝ + ε) (Kingma and Ba, Adam: A Method
/// for Stochastic Optimization, ICLR 2015, algorithm 1). With weight decay λ, g = ∂L/∂w + λw; for decay
/// outside the averages see ``AdamW``.
///
/// The magnitude of the gradient cancels unless it is below ε, where the steps shrink too.
public final class Adam: Optimiser {
  /// The parameters that this optimiser updates, without repetitions.
  public let parameters: [Tensor]

  /// The learning rate; setting it to a number that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireNonNegative("Adam", "learning rate", newValue) } }

  private var moments: Moments
  private let weightDecay: Float

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps on an empty list, on a parameter that requires no gradient or is the result of an operation,
  /// on a rate, ε or decay that is negative, infinite or NaN, and on a β that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0
  ) {
    let parameters = parameters.distinct
    requireValid("Adam", parameters, lr: lr)
    requireNonNegative("Adam", "weight decay", weightDecay)
    self.parameters = parameters
    self.lr = lr
    self.weightDecay = Float(weightDecay)
    moments = Moments("Adam", parameters.count, betas, eps: eps)
  }

  /// Updates every parameter that has a gradient.
  public func step() {
    forEachUpdate { moments.step($0, lr: lr, slopeDecay: weightDecay, weightFactor: 1) }
  }
}
