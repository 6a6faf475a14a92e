/// Steps divided by the root of all squared gradients so far: s ← s + g², w ← w − lr · g/(√s + ε).
///
/// Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization, JMLR 2011, section 1.1. With weight decay λ, g = ∂L/∂w + λw. Since s only grows, steps
/// only shrink.
public final class Adagrad: Optimiser {
  /// The parameters that it changes, each once.
  public let parameters: [Tensor]

  /// The learning rate; a change to one that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireSound("Adagrad", "learning rate", newValue) } }

  private let eps: Float
  private let weightDecay: Float
  /// s of every parameter.
  private var sums: Companions

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps when there are no parameters, when one of them requires no gradient, and on a setting that
  /// is negative, infinite or NaN.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, weightDecay: Double = 0,
    initialAccumulatorValue: Double = 0, eps: Double = 1e-10
  ) {
    let parameters = parameters.distinct
    requireSound("Adagrad", parameters, lr: lr)
    requireSound("Adagrad", "weight decay", weightDecay)
    requireSound("Adagrad", "first sum", initialAccumulatorValue)
    requireSound("Adagrad", "divisor eps", eps)
    self.parameters = parameters
    self.lr = lr
    self.eps = Float(eps)
    self.weightDecay = Float(weightDecay)
    sums = Companions(parameters.count, start: Float(initialAccumulatorValue))
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    let (lr, eps, decay) = (Float(lr), eps, weightDecay)
    eachTurn { turn in
      let (w, s) = (turn.w, sums.run(turn.index, turn.count))
      for i in 0..<turn.count {
        let slope = turn.slope(i, decay: decay)
        s[i] += slope * slope
        w[i] -= lr * slope / (.sqrt(s[i]) + eps)
      }
    }
  }
}
