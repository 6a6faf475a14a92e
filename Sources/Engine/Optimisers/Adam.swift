/// Steps along the recent mean of the gradient, divided by the root of its recent mean square.
///
/// m ← β₁m + (1 − β₁)g and s ← β₂s + (1 − β₂)g², both begun at 0 and made up for it after t steps by
/// m̂ = m/(1 − β₁ᵗ) and ŝ = s/(1 − β₂ᵗ); then w ← w − lr · m̂/(√ŝ + ε) (Kingma and Ba, Adam: A Method
/// for Stochastic Optimization, ICLR 2015, algorithm 1). With weight decay λ, g = ∂L/∂w + λw; for one
/// that stays out of the means see ``AdamW``.
///
/// A gradient's size cancels, but not below ε: there the steps fade too.
public final class Adam: Optimiser {
  /// The parameters that it changes, each once.
  public let parameters: [Tensor]

  /// The learning rate; a change to one that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireSound("Adam", "learning rate", newValue) } }

  private var moments: Moments
  private let weightDecay: Float

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps when there are no parameters, when one of them requires no gradient, on a rate, ε or decay
  /// that is negative, infinite or NaN, and on a β that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0
  ) {
    let parameters = parameters.distinct
    requireSound("Adam", parameters, lr: lr)
    requireSound("Adam", "weight decay", weightDecay)
    self.parameters = parameters
    self.lr = lr
    self.weightDecay = Float(weightDecay)
    moments = Moments("Adam", parameters.count, betas, eps: eps)
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    eachTurn { moments.descend($0, lr: lr, slopeDecay: weightDecay, keeping: 1) }
  }
}
