/// Gradient descent with steps divided by the root of the moving average of the squared gradient:
/// s ← αs + (1 − α)g², w ← w − lr · g/(√s + ε).
///
/// Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning, 2012. With weight decay λ,
/// g = ∂L/∂w + λw. If centred, √(s − m²) replaces √s, where m is the moving average of g (Graves,
/// Generating Sequences With Recurrent Neural Networks, 2013, section 4.2, equations 38–45). With
/// momentum μ, b ← μb + g/(√s + ε) replaces the quotient.
public final class RMSProp: Optimiser {
  /// The parameters that this optimiser updates, without repetitions.
  public let parameters: [Tensor]

  /// The learning rate; setting it to a number that is negative, infinite or NaN traps.
  public var lr: Double { willSet { requireNonNegative("RMSProp", "learning rate", newValue) } }

  /// α and 1 − α; the latter is computed in double, since the float32 difference would lose digits.
  private let alpha, rest: Float
  private let eps, weightDecay, momentum: Float
  private let centered: Bool
  /// s, m and b of every parameter.
  private var squares, means, velocities: StateBuffers

  /// An optimiser of `parameters`, by default with PyTorch's settings.
  ///
  /// Traps on an empty list, on a parameter that requires no gradient or is the result of an operation,
  /// on a setting that is negative, infinite or NaN, and on an α that is not in 0..<1.
  public init(
    _ parameters: [Tensor], lr: Double = 0.01, alpha: Double = 0.99, eps: Double = 1e-8,
    weightDecay: Double = 0, momentum: Double = 0, centered: Bool = false
  ) {
    let parameters = parameters.distinct
    requireValid("RMSProp", parameters, lr: lr)
    requireFraction("RMSProp", "smoothing constant alpha", alpha)
    requireNonNegative("RMSProp", "divisor eps", eps)
    requireNonNegative("RMSProp", "weight decay", weightDecay)
    requireNonNegative("RMSProp", "momentum", momentum)
    self.parameters = parameters
    self.lr = lr
    self.centered = centered
    self.alpha = Float(alpha)
    rest = Float(1 - alpha)
    self.eps = Float(eps)
    self.weightDecay = Float(weightDecay)
    self.momentum = Float(momentum)
    squares = StateBuffers(parameters.count)
    means = squares
    velocities = squares
  }

  /// Updates every parameter that has a gradient.
  public func step() {
    forEachUpdate { update in
      let s = squares.buffer(of: update.index, update.count)
      Storage.withTemporary(update.count) { ratios in
        if centered {
          divide(update, s, means.buffer(of: update.index, update.count), into: ratios)
        } else {
          divide(update, s, into: ratios)
        }
        descend(update, along: ratios)
      }
    }
  }

  /// Updates s with g and writes g/(√s + ε).
  private func divide(
    _ update: ParameterUpdate, _ s: UnsafeMutablePointer<Float>,
    into ratios: UnsafeMutablePointer<Float>
  ) {
    let (alpha, rest, eps, decay) = (alpha, rest, eps, weightDecay)
    for i in 0..<update.count {
      let slope = update.slope(i, decay: decay)
      s[i] = alpha * s[i] + rest * slope * slope
      ratios[i] = slope / (.sqrt(s[i]) + eps)
    }
  }

  /// Updates s and m with g and writes g/(√(s − m²) + ε).
  private func divide(
    _ update: ParameterUpdate, _ s: UnsafeMutablePointer<Float>, _ m: UnsafeMutablePointer<Float>,
    into ratios: UnsafeMutablePointer<Float>
  ) {
    let (alpha, rest, eps, decay) = (alpha, rest, eps, weightDecay)
    for i in 0..<update.count {
      let slope = update.slope(i, decay: decay)
      s[i] = alpha * s[i] + rest * slope * slope
      m[i] = alpha * m[i] + rest * slope
      // Where g hardly changes, rounding can make the variance negative.
      ratios[i] = slope / (.sqrt(max(s[i] - m[i] * m[i], 0)) + eps)
    }
  }

  private func descend(_ update: ParameterUpdate, along ratios: UnsafeMutablePointer<Float>) {
    let (w, lr, momentum) = (update.w, Float(lr), momentum)
    guard momentum > 0 else { return write(w, update.count) { w[$0] - lr * ratios[$0] } }
    let b = velocities.buffer(of: update.index, update.count)
    for i in 0..<update.count {
      b[i] = momentum * b[i] + ratios[i]
      w[i] -= lr * b[i]
    }
  }
}
