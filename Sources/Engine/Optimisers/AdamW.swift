/// ``Adam`` with weight decay on its own: w ← (1 − lr·λ)w before each of Adam's steps.
///
/// Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019, algorithm 2, with λ times
/// the learning rate as in PyTorch. Under Adam's own decay a weight with large gradients hardly
/// shrinks; here all shrink alike.
public final class AdamW: Optimiser {
  /// The parameters that it changes, each once.
  public let parameters: [Tensor]

  /// The learning rate; a change to one that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireSound("AdamW", "learning rate", newValue) } }

  private var moments: Moments
  private let weightDecay: Double

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps when there are no parameters, when one of them requires no gradient, on a rate, ε or decay
  /// that is negative, infinite or NaN, and on a β that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    let parameters = parameters.distinct
    requireSound("AdamW", parameters, lr: lr)
    requireSound("AdamW", "weight decay", weightDecay)
    self.parameters = parameters
    self.lr = lr
    self.weightDecay = weightDecay
    moments = Moments("AdamW", parameters.count, betas, eps: eps)
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    let keeping = Float(1 - lr * weightDecay)
    eachTurn { moments.descend($0, lr: lr, slopeDecay: 0, keeping: keeping) }
  }
}
