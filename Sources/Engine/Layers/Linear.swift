/// The layer y = x·Wᵀ + b.
///
/// Shapes: x [..., inputs], y [..., outputs], weight [outputs, inputs], bias [outputs].
public struct Linear: Module {
  /// W, with one row for each output.
  public let weight: Tensor
  /// b, if the layer has one.
  public let bias: Tensor?

  /// A layer whose weights and biases are drawn uniformly from ±1/√inputs, as in PyTorch (LeCun et al.,
  /// Efficient BackProp, 1998, section 4.6, up to the factor √3).
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true,
    using generator: inout some RandomNumberGenerator
  ) {
    let bound = 1 / Double(inputs).squareRoot()
    weight = .parameter([outputs, inputs], within: bound, using: &generator)
    self.bias = bias ? .parameter([outputs], within: bound, using: &generator) : nil
  }

  /// A layer with the given parameters.
  public init(weight: Tensor, bias: Tensor?) { (self.weight, self.bias) = (weight, bias) }

  /// x·Wᵀ + b.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { linear(x, weight, bias) }
}

/// x·Wᵀ + b: the affine map of a layer, with one row of `weight` for each of its outputs.
///
/// Shapes: x [..., in], weight [out, in], bias [out], result [..., out]. Traps when they do not fit.
public func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) -> Tensor {
  requireFit(x.shape, weight.shape, bias?.shape)
  let sizes = Sizes(x, weight)
  let keepsShape = sizes.in == sizes.out
  let y = Tensor(unwritten: keepsShape ? x.shape : x.shape.dropLast() + [sizes.out])
  let (rows, columns) = (
    Matrix(x.data, sizes.rows, sizes.in), Matrix(weight.data, sizes.out, sizes.in).transposed
  )
  if let bias {
    Matrix.multiply(rows, columns, plus: bias.data, into: y.storage.pointer)
  } else {
    Matrix.multiply(rows, columns, into: y.storage.pointer, adding: false)
  }
  return y.recorded(from: x, weight, bias) {
    [x = x.storage, weight = weight.storage] dy, _, inputs in
    let slope = Matrix(dy, sizes.rows, sizes.out)
    // ∂L/∂x = ∂L/∂y · W
    inputs[0]?.receive {
      Matrix.multiply(slope, Matrix(weight.data, sizes.out, sizes.in), into: $0, adding: $1)
    }
    // ∂L/∂W = (∂L/∂y)ᵀ · x
    inputs[1]?.receive {
      Matrix.multiply(
        slope.transposed, Matrix(x.data, sizes.rows, sizes.in), into: $0, adding: $1)
    }
    // ∂L/∂b is ∂L/∂y summed over all rows.
    inputs[2]?.gather { addRows(of: dy, sizes.rows, sizes.out, to: $0) }
  }
}

private struct Sizes {
  let rows, `in`, out: Int

  init(_ x: Tensor, _ weight: Tensor) {
    out = weight.shape[0]
    self.in = weight.shape[1]
    rows = x.shape.dropLast().reduce(1, *)
  }
}

private func requireFit(_ x: [Int], _ weight: [Int], _ bias: [Int]?) {
  require(weight.count == 2, "linear: a weight of shape \(weight) is not a matrix [out, in]")
  require(
    x.last == weight[1],
    "linear: shapes \(x) and \(weight) do not fit: \(x.last ?? 0) inputs against \(weight[1])")
  require(
    bias.map { $0.count == 1 && $0[0] == weight[0] } ?? true,
    "linear: a bias of shape \(bias ?? []) for a weight of shape \(weight)")
}
