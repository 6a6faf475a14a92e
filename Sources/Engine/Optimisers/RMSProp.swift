/// Steps divided by the root of the recent mean square of the gradient: s ← αs + (1 − α)g²,
/// w ← w − lr · g/(√s + ε).
///
/// Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning, 2012. With weight decay λ,
/// g = ∂L/∂w + λw. Centred, √(s − m²) takes the place of √s, where m is the recent mean of g (Graves,
/// Generating Sequences With Recurrent Neural Networks, 2013, section 4.2, equations 38–45). With
/// momentum μ, b ← μb + g/(√s + ε) takes the place of the quotient.
public final class RMSProp: Optimiser {
  /// The parameters that it changes, each once.
  public let parameters: [Tensor]

  /// The learning rate; a change to one that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireSound("RMSProp", "learning rate", newValue) } }

  /// α and 1 − α, of which float32's difference would have lost digits.
  private let alpha, rest: Float
  private let eps, weightDecay, momentum: Float
  private let centered: Bool
  /// s, m and b of every parameter.
  private var squares, means, velocities: Companions

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps when there are no parameters, when one of them requires no gradient, on a setting that is
  /// negative, infinite or NaN, and on an α that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, alpha: Double = 0.99, eps: Double = 1e-8,
    weightDecay: Double = 0, momentum: Double = 0, centered: Bool = false
  ) {
    let parameters = parameters.distinct
    requireSound("RMSProp", parameters, lr: lr)
    requireShare("RMSProp", "smoothing alpha", alpha)
    requireSound("RMSProp", "divisor eps", eps)
    requireSound("RMSProp", "weight decay", weightDecay)
    requireSound("RMSProp", "momentum", momentum)
    self.parameters = parameters
    self.lr = lr
    self.centered = centered
    self.alpha = Float(alpha)
    rest = Float(1 - alpha)
    self.eps = Float(eps)
    self.weightDecay = Float(weightDecay)
    self.momentum = Float(momentum)
    squares = Companions(parameters.count)
    means = squares
    velocities = squares
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    eachTurn { turn in
      let s = squares.run(turn.index, turn.count)
      Storage.lend(turn.count) { ratios in
        if centered {
          divide(turn, s, means.run(turn.index, turn.count), into: ratios)
        } else {
          divide(turn, s, into: ratios)
        }
        descend(turn, along: ratios)
      }
    }
  }

  /// Writes g/(√s + ε), after s has taken in g.
  private func divide(
    _ turn: Turn, _ s: UnsafeMutablePointer<Float>, into ratios: UnsafeMutablePointer<Float>
  ) {
    let (alpha, rest, eps, decay) = (alpha, rest, eps, weightDecay)
    for i in 0..<turn.count {
      let slope = turn.slope(i, decay: decay)
      s[i] = alpha * s[i] + rest * slope * slope
      ratios[i] = slope / (.sqrt(s[i]) + eps)
    }
  }

  /// Writes g/(√(s − m²) + ε), after s and m have taken in g.
  private func divide(
    _ turn: Turn, _ s: UnsafeMutablePointer<Float>, _ m: UnsafeMutablePointer<Float>,
    into ratios: UnsafeMutablePointer<Float>
  ) {
    let (alpha, rest, eps, decay) = (alpha, rest, eps, weightDecay)
    for i in 0..<turn.count {
      let slope = turn.slope(i, decay: decay)
      s[i] = alpha * s[i] + rest * slope * slope
      m[i] = alpha * m[i] + rest * slope
      // Where g hardly changes, rounding would leave a variance below 0.
      ratios[i] = slope / (.sqrt(max(s[i] - m[i] * m[i], 0)) + eps)
    }
  }

  private func descend(_ turn: Turn, along ratios: UnsafeMutablePointer<Float>) {
    let (w, lr, momentum) = (turn.w, Float(lr), momentum)
    guard momentum > 0 else { return write(w, turn.count) { w[$0] - lr * ratios[$0] } }
    let b = velocities.run(turn.index, turn.count)
    for i in 0..<turn.count {
      b[i] = momentum * b[i] + ratios[i]
      w[i] -= lr * b[i]
    }
  }
}
