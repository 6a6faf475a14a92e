/// How many numbers a layer's weights join: so many inputs into each output, and so many outputs from
/// each input.
///
/// A weight has shape [outputs, inputs, …]; further dimensions are those of a convolution's kernel and
/// count on both sides.
struct Fans {
  let `in`, out: Int

  /// Traps, in the name of an initialiser, on fewer than two dimensions.
  init(_ shape: [Int], _ name: String) {
    require(
      shape.count >= 2, "\(name): shape \(shape) has fewer than two dimensions, [outputs, inputs]")
    let kernel = shape.dropFirst(2).reduce(1, *)
    self.in = shape[1] * kernel
    out = shape[0] * kernel
  }

  subscript(mode: FanMode) -> Int { mode == .fanIn ? self.in : out }
}

/// Whose variance an initialiser keeps.
public enum FanMode: Sendable {
  /// The signal's on its way forwards: weights shrink with the root of the number of inputs.
  case fanIn
  /// The gradient's on its way back: weights shrink with the root of the number of outputs.
  case fanOut
}

extension Initialiser {
  /// Normal numbers whose standard deviation follows from the tensor's fans.
  static func normal(_ name: String, _ std: @escaping @Sendable (Fans) -> Double) -> Initialiser {
    Initialiser { $0.storage.fillNormal(std(Fans($0.shape, name)), $1) }
  }

  /// Uniform numbers whose standard deviation follows from the tensor's fans: ±√3 times as wide.
  static func uniform(_ name: String, _ std: @escaping @Sendable (Fans) -> Double) -> Initialiser {
    Initialiser { tensor, generator in
      let bound = 3.0.squareRoot() * std(Fans(tensor.shape, name))
      tensor.storage.fillUniform(-bound...bound, generator)
    }
  }
}
