/// Gradient descent with steps divided by the root of the sum of all squared gradients so far:
/// s ← s + g², w ← w − lr · g/(√s + ε).
///
/// Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization, JMLR 2011, section 1.1. With weight decay λ, g = ∂L/∂w + λw. Since s only grows, the
/// factor lr/(√s + ε) only shrinks.
public final class Adagrad: Optimiser {
  /// The parameters that this optimiser updates, without repetitions.
  public let parameters: [Tensor]

  /// The learning rate; setting it to a number that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireNonNegative("Adagrad", "learning rate", newValue) } }

  private let eps: Float
  private let weightDecay: Float
  /// s of every parameter.
  private var sums: StateBuffers

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps on an empty list, on a parameter that requires no gradient or is the result of an operation,
  /// and on a setting that is negative, infinite or NaN.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, weightDecay: Double = 0,
    initialAccumulatorValue: Double = 0, eps: Double = 1e-10
  ) {
    let parameters = parameters.distinct
    requireValid("Adagrad", parameters, lr: lr)
    requireNonNegative("Adagrad", "weight decay", weightDecay)
    requireNonNegative("Adagrad", "initial accumulator value", initialAccumulatorValue)
    requireNonNegative("Adagrad", "divisor eps", eps)
    self.parameters = parameters
    self.lr = lr
    self.eps = Float(eps)
    self.weightDecay = Float(weightDecay)
    sums = StateBuffers(parameters.count, initialValue: Float(initialAccumulatorValue))
  }

  /// Updates every parameter that has a gradient.
  public func step() {
    let (lr, eps, decay) = (Float(lr), eps, weightDecay)
    forEachUpdate { update in
      let (w, s) = (update.w, sums.buffer(of: update.index, update.count))
      for i in 0..<update.count {
        let slope = update.slope(i, decay: decay)
        s[i] += slope * slope
        w[i] -= lr * slope / (.sqrt(s[i]) + eps)
      }
    }
  }
}
