/// Batches of equally many examples, in a random order that a seed decides.
///
/// Every example comes once before any comes again; the few that fill no whole batch sit out until the
/// next round, which has another order.
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

  fileprivate init(_ examples: Examples, _ size: Int, _ steps: Int, _ generator: SeededGenerator) {
    self.examples = examples
    self.size = size
    remaining = steps
    self.generator = generator
  }

  /// How many batches are still to come.
  public var underestimatedCount: Int { remaining }

  /// The next batch.
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
  /// One number of `generator` seeds them all. Traps when there are not `size` examples.
  public func batches(
    of size: Int, steps: Int, using generator: inout some RandomNumberGenerator
  ) -> Batches {
    require(size > 0 && size <= count, "batches: batches of \(size) from \(count) examples")
    require(steps >= 0, "batches: \(steps) steps")
    return Batches(self, size, steps, SeededGenerator(state: generator.next()))
  }
}
