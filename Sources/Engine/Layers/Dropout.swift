/// Dropout: in training, each number is set to 0 with probability p, and the others are multiplied by
/// 1/(1 − p), so that the expected value does not change.
///
/// Shapes: x and y [...]. After ``Module/eval()`` it returns x. Srivastava et al., Dropout, JMLR 15, 2014;
/// scaled in training rather than in evaluation, as in PyTorch.
public struct Dropout: Module {
  /// The probability that a number is dropped.
  public let p: Double

  private let mode = Mode()
  private let random: RandomSource

  /// Dropout with its own random numbers, seeded by one number of `generator`.
  ///
  /// Traps unless 0 ≤ p < 1.
  public init(_ p: Double = 0.5, using generator: inout some RandomNumberGenerator) {
    require(p >= 0 && p < 1, "Dropout: probability \(p) is not in 0..<1")
    self.p = p
    random = RandomSource(SeededGenerator(state: generator.next()))
  }

  /// `x` with some of its numbers dropped, in training mode; else `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard mode.isTraining && p > 0 else { return x }
    let mask = Tensor.uniform(x.shape, using: &random.generator) .>= Float(p)
    return x * (mask / Float(1 - p))
  }
}

/// A reference to a generator, which advances with every use although the layer is a value.
private final class RandomSource {
  var generator: SeededGenerator

  init(_ generator: SeededGenerator) { self.generator = generator }
}
