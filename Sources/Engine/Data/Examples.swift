/// Examples to learn from or to be judged by: inputs, each with the class it belongs to.
public struct Examples {
  /// The inputs: the first dimension counts the examples.
  public let x: Tensor
  /// The class of every example.
  public let y: [Int]

  /// Examples of `x` with the classes `y`; traps when they are not equally many.
  public init(x: Tensor, y: [Int]) {
    require(
      x.shape.first == y.count, "Examples: inputs of shape \(x.shape) with \(y.count) classes")
    self.x = x
    self.y = y
  }

  /// How many examples there are.
  public var count: Int { y.count }

  /// The examples at `places`, in that order; traps at a place where there is none.
  public subscript(places: [Int]) -> Examples {
    if let wrong = places.first(where: { !y.indices.contains($0) }) {
      fatalError("Examples: example \(wrong) of \(count)")
    }
    let part = Tensor(unwritten: [places.count] + x.shape.dropFirst())
    let size = x.shape.dropFirst().reduce(1, *)
    for (row, place) in places.enumerated() {
      (part.storage.pointer + row * size).update(from: x.data + place * size, count: size)
    }
    return Examples(x: part, y: places.map { y[$0] })
  }

  /// The same examples in a random order.
  public func shuffled(using generator: inout some RandomNumberGenerator) -> Examples {
    var generator = SeededGenerator(state: generator.next())
    return self[generator.order(count)]
  }

  /// The first `first` examples and the others; traps when there are not so many.
  public func split(first: Int) -> (first: Examples, rest: Examples) {
    require((0...count).contains(first), "Examples.split: the first \(first) of \(count)")
    return (self[Array(0..<first)], self[Array(first..<count)])
  }
}
