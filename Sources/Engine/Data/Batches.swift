/// Batches of the same size, in a random order determined by a seed.
///
/// An example is not repeated within an epoch; examples that do not fill a whole batch are skipped until
/// the next epoch, which has another order.
///
///     for batch in digits.training.batches(of: 64, steps: 300, using: &generator) {
///       optimiser.zeroGrad()
///       crossEntropy(network(batch.x), batch.y).backward()
///       optimiser.step()
///     }
public struct Batches: Sequence, IteratorProtocol {
  private let examples: Examples
  private let size: Int
  private var remaining: Int
  private var generator: SeededGenerator
  private var order: ArraySlice<Int> = []

  fileprivate init(
    of examples: Examples, size: Int, steps: Int, generator: SeededGenerator
  ) {
    self.examples = examples
    self.size = size
    remaining = steps
    self.generator = generator
  }

  /// The number of batches that remain.
  public var underestimatedCount: Int { remaining }

  /// The next batch; nil after the last.
  public mutating func next() -> Examples? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    if order.count < size { order = generator.order(examples.count)[...] }
    defer { order.removeFirst(size) }
    return examples[Array(order.prefix(size))]
  }
}

extension Examples {
  /// `steps` batches of `size` examples each.
  ///
  /// All are seeded by one number of `generator`. Traps unless 0 < `size` ≤ ``count``, and on a negative
  /// number of steps.
  public func batches(
    of size: Int, steps: Int, using generator: inout some RandomNumberGenerator
  ) -> Batches {
    require(
      size > 0 && size <= count, "batches: a batch size of \(size) for \(count) examples")
    require(steps >= 0, "batches: the number of steps is negative: \(steps)")
    return Batches(
      of: self, size: size, steps: steps, generator: SeededGenerator(state: generator.next()))
  }
}
