/// How a layer's first weights are drawn.
///
///     let network = Sequential(
///       Linear(64, 256, init: .normal(std: 0.01), using: &generator), .tanh,
///       Linear(256, 10, init: .lecunNormal, using: &generator))
///
/// Any tensor that no operation made can be drawn anew: ``Tensor/initialise(_:using:)``; so can all
/// weights of a network: ``Module/initialise(_:using:)``.
public struct Initialiser: Sendable {
  /// Writes all numbers of a tensor.
  let fill: @Sendable (Tensor, SeededGenerator) -> Void
}

extension Initialiser {
  /// Normal numbers of mean 0 and standard deviation `std`.
  public static func normal(std: Double = 1) -> Initialiser {
    requireSound("normal", "standard deviation", std)
    return Initialiser { $0.storage.fillNormal(std, $1) }
  }

  /// Numbers drawn uniformly from `range`.
  public static func uniform(_ range: ClosedRange<Double> = 0...1) -> Initialiser {
    require(
      range.lowerBound.isFinite && range.upperBound.isFinite, "uniform: a range of \(range)")
    return Initialiser { $0.storage.fillUniform(range, $1) }
  }

  /// The same number everywhere: every unit of a layer then learns the same.
  public static func constant(_ value: Float) -> Initialiser {
    Initialiser { tensor, _ in write(tensor.storage.pointer, tensor.count) { _ in value } }
  }
}

extension Tensor {
  /// Draws all numbers anew, in place, and gives itself back.
  ///
  /// One number of `generator` seeds them all. Traps on the result of an operation, whose record would
  /// no longer fit, and where the initialiser asks for two dimensions and there are fewer.
  @discardableResult
  public func initialise(
    _ initialiser: Initialiser, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    require(isLeaf, "initialise: an operation made this tensor of shape \(shape)")
    initialiser.fill(self, SeededGenerator(state: generator.next()))
    return self
  }
}

extension Module {
  /// Draws anew every parameter of two dimensions or more, in the order of ``namedParameters``, and sets
  /// those named `bias` to 0; all others, such as a normalisation's gains, stay.
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
  /// A layer whose weights are drawn by `initialiser` and whose biases are 0.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, init initialiser: Initialiser,
    using generator: inout some RandomNumberGenerator
  ) {
    self.init(inputs, outputs, bias: bias, using: &generator)
    initialise(initialiser, using: &generator)
  }
}
