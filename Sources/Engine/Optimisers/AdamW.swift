/// ``Adam`` with decoupled weight decay: w ← (1 − lr·λ)w before each step of Adam.
///
/// Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019, algorithm 2, with λ times
/// the learning rate as in PyTorch. With Adam's own decay a weight with large gradients hardly shrinks;
/// here all weights shrink by the same factor.
public final class AdamW: Optimiser {
  /// The parameters that this optimiser updates, without repetitions.
  public let parameters: [Tensor]

  /// The learning rate; setting it to a number that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireNonNegative("AdamW", "learning rate", newValue) } }

  private var moments: Moments
  private let weightDecay: Double

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps on an empty list, on a parameter that requires no gradient or is the result of an operation,
  /// on a rate, ε or decay that is negative, infinite or NaN, and on a β that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    let parameters = parameters.distinct
    requireValid("AdamW", parameters, lr: lr)
    requireNonNegative("AdamW", "weight decay", weightDecay)
    self.parameters = parameters
    self.lr = lr
    self.weightDecay = weightDecay
    moments = Moments("AdamW", parameters.count, betas, eps: eps)
  }

  /// Updates every parameter that has a gradient.
  public func step() {
    let factor = Float(1 - lr * weightDecay)
    forEachUpdate { moments.step($0, lr: lr, slopeDecay: 0, weightFactor: factor) }
  }
}
