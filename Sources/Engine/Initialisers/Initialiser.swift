/// A distribution from which the initial weights of a layer are drawn.
///
///     let network = Sequential(
///       Linear(64, 256, init: .normal(std: 0.01), using: &generator), .tanh,
///       Linear(256, 10, init: .lecunNormal, using: &generator))
///
/// ``Tensor/initialise(_:using:)`` redraws any tensor that is not the result of an operation, and
/// ``Module/initialise(_:using:)`` all weights of a network.
public struct Initialiser: Sendable {
  /// Overwrites all numbers of a tensor.
  let fill: @Sendable (Tensor, SeededGenerator) -> Void
}

extension Initialiser {
  /// Normal numbers of mean 0 and standard deviation `std`.
  ///
  /// Traps on a deviation that is negative, infinite or NaN.
  public static func normal(std: Double = 1) -> Initialiser {
    requireNonNegative("normal", "standard deviation", std)
    return Initialiser { $0.storage.fillNormal(std, $1) }
  }

  /// Numbers drawn uniformly from `range`.
  ///
  /// Traps on an infinite range.
  public static func uniform(_ range: ClosedRange<Double> = 0...1) -> Initialiser {
    require(
      range.lowerBound.isFinite && range.upperBound.isFinite,
      "uniform: range \(range) is not finite")
    return Initialiser { $0.storage.fillUniform(range, $1) }
  }

  /// The same number everywhere, which makes all units of a layer learn the same.
  public static func constant(_ value: Float) -> Initialiser {
    Initialiser { tensor, _ in write(tensor.storage.pointer, tensor.count) { _ in value } }
  }
}

extension Tensor {
  /// Redraws all numbers in place and returns this tensor.
  ///
  /// All are seeded by one number of `generator`. Traps on the result of an operation, whose recorded
  /// gradient would become wrong, and on fewer dimensions than the initialiser needs.
  @discardableResult
  public func initialise(
    _ initialiser: Initialiser, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    require(isLeaf, "initialise: this tensor of shape \(shape) is the result of an operation")
    initialiser.fill(self, SeededGenerator(state: generator.next()))
    return self
  }
}

extension Module {
  /// Redraws every parameter of two or more dimensions, in the order of ``namedParameters``, and sets
  /// those named `bias` to 0; all others, such as a normalisation's weights, are left unchanged.
  public func initialise(
    _ initialiser: Initialiser, using generator: inout some RandomNumberGenerator
  ) {
    for (name, tensor) in namedParameters {
      if tensor.shape.count >= 2 {
        tensor.initialise(initialiser, using: &generator)
      } else if name == "bias" || name.hasSuffix(".bias") {
        tensor.initialise(.constant(0), using: &generator)
      }
    }
  }
}

extension Linear {
  /// A layer whose weights are drawn from `initialiser` and whose biases are 0.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, init initialiser: Initialiser,
    using generator: inout some RandomNumberGenerator
  ) {
    self.init(inputs, outputs, bias: bias, using: &generator)
    initialise(initialiser, using: &generator)
  }
}
