import Glibc

/// The moving averages of every parameter's gradient and of its square, and the steps of ``Adam`` and
/// ``AdamW``.
struct Moments {
  private let beta1, beta2, eps: Double
  private var means, squares: StateBuffers
  /// The number of steps of each parameter; one without a gradient at first starts later.
  private var steps: [Int]

  /// The moments of `count` parameters; traps with a message that names the optimiser on an invalid β or
  /// ε.
  init(_ name: String, _ count: Int, _ betas: (Double, Double), eps: Double) {
    requireFraction(name, "first beta", betas.0)
    requireFraction(name, "second beta", betas.1)
    requireNonNegative(name, "divisor eps", eps)
    beta1 = betas.0
    beta2 = betas.1
    self.eps = eps
    means = StateBuffers(count)
    squares = StateBuffers(count)
    steps = Array(repeating: 0, count: count)
  }

  /// Adds a gradient g + `slopeDecay` · w to the averages and updates the parameter:
  /// w ← `weightFactor` · w − lr · m̂/(√ŝ + ε).
  mutating func step(
    _ update: ParameterUpdate, lr: Double, slopeDecay: Float, weightFactor: Float
  ) {
    steps[update.index] += 1
    let age = Double(steps[update.index])
    let rate = Float(lr / (1 - pow(beta1, age)))
    let rootScale = Float(1 / (1 - pow(beta2, age)).squareRoot())
    let (w, eps) = (update.w, Float(eps))
    let m = means.buffer(of: update.index, update.count)
    let s = squares.buffer(of: update.index, update.count)
    let (beta1, rest1) = (Float(beta1), Float(1 - beta1))
    let (beta2, rest2) = (Float(beta2), Float(1 - beta2))
    for i in 0..<update.count {
      let slope = update.slope(i, decay: slopeDecay)
      let mean = beta1 * m[i] + rest1 * slope
      let square = beta2 * s[i] + rest2 * slope * slope
      m[i] = mean
      s[i] = square
      w[i] = weightFactor * w[i] - rate * mean / (.sqrt(square) * rootScale + eps)
    }
  }
}
