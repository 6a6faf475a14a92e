/// Stochastic gradient descent: w ← w − lr · g.
///
/// With weight decay λ, g = ∂L/∂w + λw. With momentum μ, v ← μv + g takes the place of g (Sutskever et
/// al., On the importance of initialization and momentum, ICML 2013, section 2, with lr outside v as
/// in PyTorch); with Nesterov's, g + μv.
public final class SGD: Optimiser {
  /// The parameters that it changes, each once.
  public let parameters: [Tensor]

  /// The learning rate; a change to one that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireSound("SGD", "learning rate", newValue) } }

  private let momentum: Float
  private let nesterov: Bool
  private let weightDecay: Float
  /// v of every parameter.
  private var velocities: Companions

  /// An optimiser of `parameters`.
  ///
  /// Traps when there are none, when one of them requires no gradient, on a rate, momentum or decay
  /// that is negative, infinite or NaN, and on Nesterov's momentum without momentum.
  public init(
    _ parameters: [Tensor], lr: Double, momentum: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0
  ) {
    let parameters = parameters.distinct
    requireSound("SGD", parameters, lr: lr)
    requireSound("SGD", "momentum", momentum)
    requireSound("SGD", "weight decay", weightDecay)
    require(!nesterov || momentum > 0, "SGD: Nesterov's momentum needs momentum")
    self.parameters = parameters
    self.lr = lr
    self.nesterov = nesterov
    self.momentum = Float(momentum)
    self.weightDecay = Float(weightDecay)
    velocities = Companions(parameters.count)
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    let (lr, decay) = (Float(lr), weightDecay)
    eachTurn { turn in
      let w = turn.w
      if momentum > 0 {
        descend(turn, velocities.run(turn.index, turn.count))
      } else {
        write(w, turn.count) { w[$0] - lr * turn.slope($0, decay: decay) }
      }
    }
  }

  private func descend(_ turn: Turn, _ v: UnsafeMutablePointer<Float>) {
    let (w, lr, decay, momentum) = (turn.w, Float(lr), weightDecay, momentum)
    for i in 0..<turn.count {
      let slope = turn.slope(i, decay: decay)
      v[i] = momentum * v[i] + slope
      w[i] -= lr * (nesterov ? slope + momentum * v[i] : v[i])
    }
  }
}
