/// Examples for training or testing: inputs, each with its class.
public struct Examples {
  /// The inputs [count, ...].
  public let x: Tensor
  /// The class of every example.
  public let y: [Int]

  /// Examples with the inputs `x` and the classes `y`; traps when their numbers differ.
  public init(x: Tensor, y: [Int]) {
    require(
      x.shape.first == y.count, "Examples: inputs of shape \(x.shape) for \(y.count) classes")
    self.x = x
    self.y = y
  }

  /// The number of examples.
  public var count: Int { y.count }

  /// The examples at `indices`, in that order; traps on an index out of range.
  public subscript(indices: [Int]) -> Examples {
    if let wrong = indices.first(where: { !y.indices.contains($0) }) {
      fatalError("Examples: index \(wrong) is out of range for \(count) examples")
    }
    let part = Tensor(unwritten: [indices.count] + x.shape.dropFirst())
    let size = x.shape.dropFirst().reduce(1, *)
    for (row, index) in indices.enumerated() {
      (part.storage.pointer + row * size).update(from: x.data + index * size, count: size)
    }
    return Examples(x: part, y: indices.map { y[$0] })
  }

  /// The same examples in a random order, seeded by one number of `generator`.
  public func shuffled(using generator: inout some RandomNumberGenerator) -> Examples {
    var generator = SeededGenerator(state: generator.next())
    return self[generator.order(count)]
  }

  /// The first `first` examples and the others; traps unless 0 ≤ `first` ≤ ``count``.
  public func split(first: Int) -> (first: Examples, rest: Examples) {
    require(
      (0...count).contains(first), "Examples.split: \(first) is not in 0...\(count)")
    return (self[Array(0..<first)], self[Array(first..<count)])
  }
}
