/// Stochastic gradient descent: w ← w − lr · g.
///
/// With weight decay λ, g = ∂L/∂w + λw. With momentum μ, v ← μv + g replaces g (Sutskever et al., On the
/// importance of initialization and momentum, ICML 2013, section 2, with lr outside v as in PyTorch);
/// with Nesterov momentum, g + μv replaces g.
public final class SGD: Optimiser {
  /// The parameters that this optimiser updates, without repetitions.
  public let parameters: [Tensor]

  /// The learning rate; setting it to a number that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireNonNegative("SGD", "learning rate", newValue) } }

  private let momentum: Float
  private let nesterov: Bool
  private let weightDecay: Float
  /// v of every parameter.
  private var velocities: StateBuffers

  /// An optimiser of `parameters`.
  ///
  /// Traps on an empty list, on a parameter that requires no gradient or is the result of an operation,
  /// on a rate, momentum or decay that is negative, infinite or NaN, and on Nesterov momentum without
  /// momentum.
  public init(
    _ parameters: [Tensor], lr: Double, momentum: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0
  ) {
    let parameters = parameters.distinct
    requireValid("SGD", parameters, lr: lr)
    requireNonNegative("SGD", "momentum", momentum)
    requireNonNegative("SGD", "weight decay", weightDecay)
    require(!nesterov || momentum > 0, "SGD: nesterov needs a momentum above 0")
    self.parameters = parameters
    self.lr = lr
    self.nesterov = nesterov
    self.momentum = Float(momentum)
    self.weightDecay = Float(weightDecay)
    velocities = StateBuffers(parameters.count)
  }

  /// Updates every parameter that has a gradient.
  public func step() {
    let (lr, decay) = (Float(lr), weightDecay)
    forEachUpdate { update in
      let w = update.w
      if momentum > 0 {
        descend(update, velocities.buffer(of: update.index, update.count))
      } else {
        write(w, update.count) { w[$0] - lr * update.slope($0, decay: decay) }
      }
    }
  }

  private func descend(_ update: ParameterUpdate, _ v: UnsafeMutablePointer<Float>) {
    let (w, lr, decay, momentum) = (update.w, Float(lr), weightDecay, momentum)
    for i in 0..<update.count {
      let slope = update.slope(i, decay: decay)
      v[i] = momentum * v[i] + slope
      w[i] -= lr * (nesterov ? slope + momentum * v[i] : v[i])
    }
  }
}
