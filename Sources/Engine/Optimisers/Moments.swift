import Glibc

/// The recent mean and mean square of every parameter's gradient: what ``Adam`` and ``AdamW`` step by.
struct Moments {
  private let beta1, beta2, eps: Double
  private var means, squares: Companions
  /// How many steps each parameter has taken: one that had no gradient at first begins late.
  private var steps: [Int]

  /// The moments of `count` parameters; traps, in the name of an optimiser, on a β or ε that is none.
  init(_ name: String, _ count: Int, _ betas: (Double, Double), eps: Double) {
    requireShare(name, "first beta", betas.0)
    requireShare(name, "second beta", betas.1)
    requireSound(name, "divisor eps", eps)
    beta1 = betas.0
    beta2 = betas.1
    self.eps = eps
    means = Companions(count)
    squares = Companions(count)
    steps = Array(repeating: 0, count: count)
  }

  /// Takes in a gradient, of which `slopeDecay` · w is a part, and makes the step: the weights, of which
  /// the share `keeping` is kept, less lr · m̂/(√ŝ + ε).
  mutating func descend(_ turn: Turn, lr: Double, slopeDecay: Float, keeping: Float) {
    steps[turn.index] += 1
    let age = Double(steps[turn.index])
    let rate = Float(lr / (1 - pow(beta1, age)))
    let rootScale = Float(1 / (1 - pow(beta2, age)).squareRoot())
    let (w, eps) = (turn.w, Float(eps))
    let (m, s) = (means.run(turn.index, turn.count), squares.run(turn.index, turn.count))
    let (beta1, rest1) = (Float(beta1), Float(1 - beta1))
    let (beta2, rest2) = (Float(beta2), Float(1 - beta2))
    for i in 0..<turn.count {
      let slope = turn.slope(i, decay: slopeDecay)
      let mean = beta1 * m[i] + rest1 * slope
      let square = beta2 * s[i] + rest2 * slope * slope
      m[i] = mean
      s[i] = square
      w[i] = keeping * w[i] - rate * mean / (.sqrt(square) * rootScale + eps)
    }
  }
}
