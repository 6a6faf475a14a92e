/// Dropout: in training, each number is 0 with probability p, and the others are multiplied by
/// 1/(1 − p), so that their mean stays.
///
/// After ``Module/eval()`` it changes nothing. Srivastava et al., Dropout, JMLR 15, 2014; scaled in
/// training rather than in use, as PyTorch does.
public struct Dropout: Module {
  /// The probability that a number is dropped.
  public let p: Double

  private let mode = Mode()
  private let draws: Draws

  /// Dropout with numbers of its own, which follow from the next one of `generator`.
  ///
  /// Traps unless 0 ≤ p < 1.
  public init(_ p: Double = 0.5, using generator: inout some RandomNumberGenerator) {
    require(p >= 0 && p < 1, "Dropout: a probability of \(p)")
    self.p = p
    draws = Draws(SeededGenerator(state: generator.next()))
  }

  /// `x` with some of its numbers dropped.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard mode.isTraining && p > 0 else { return x }
    let kept = Tensor.uniform(x.shape, using: &draws.generator) .>= Float(p)
    return x * (kept / Float(1 - p))
  }
}

/// A generator that moves on with every use, though the layer that holds it is a value.
private final class Draws {
  var generator: SeededGenerator

  init(_ generator: SeededGenerator) { self.generator = generator }
}
