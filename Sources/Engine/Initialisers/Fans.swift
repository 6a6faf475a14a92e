/// The fan-in and fan-out of a layer's weights: the number of inputs to each output, and of outputs from
/// each input.
///
/// A weight has shape [outputs, inputs, …]; further dimensions are those of a convolution's kernel and
/// multiply both.
struct Fans {
  let `in`, out: Int

  /// Traps with a message that names the initialiser on fewer than two dimensions.
  init(_ shape: [Int], _ name: String) {
    require(
      shape.count >= 2, "\(name): shape \(shape) has fewer than two dimensions, [outputs, inputs]")
    let kernel = shape.dropFirst(2).reduce(1, *)
    self.in = shape[1] * kernel
    out = shape[0] * kernel
  }

  subscript(mode: FanMode) -> Int { mode == .fanIn ? self.in : out }
}

/// The direction in which an initialiser preserves the variance.
public enum FanMode: Sendable {
  /// Forward: the variance of the signal. Weights scale with 1/√(fan in).
  case fanIn
  /// Backward: the variance of the gradient. Weights scale with 1/√(fan out).
  case fanOut
}

extension Initialiser {
  /// Normal numbers whose standard deviation is a function of the tensor's fans.
  static func normal(_ name: String, _ std: @escaping @Sendable (Fans) -> Double) -> Initialiser {
    Initialiser { $0.storage.fillNormal(std(Fans($0.shape, name)), $1) }
  }

  /// Uniform numbers whose standard deviation is a function of the tensor's fans: within ±√3 times it.
  static func uniform(_ name: String, _ std: @escaping @Sendable (Fans) -> Double) -> Initialiser {
    Initialiser { tensor, generator in
      let bound = 3.0.squareRoot() * std(Fans(tensor.shape, name))
      tensor.storage.fillUniform(-bound...bound, generator)
    }
  }
}
