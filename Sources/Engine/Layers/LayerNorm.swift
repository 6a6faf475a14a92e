/// Layer normalisation: y = γ·(x − μ)/√(σ² + ε) + β, with each row's own mean μ and variance σ².
///
/// Shapes: x and y [..., features], weight γ and bias β [features]. Ba, Kiros and Hinton, Layer
/// Normalization, 2016, section 3.
public struct LayerNorm: Module {
  /// γ, initially 1.
  public let weight: Tensor
  /// β, initially 0.
  public let bias: Tensor
  private let eps: Double

  /// A layer for rows of `features`; without `affine`, γ and β are the constants 1 and 0.
  public init(_ features: Int, eps: Double = 1e-5, affine: Bool = true) {
    weight = .ones([features], requiresGrad: affine)
    bias = .zeros([features], requiresGrad: affine)
    self.eps = eps
  }

  /// A layer with the given parameters.
  package init(weight: Tensor, bias: Tensor) {
    self.weight = weight
    self.bias = bias
    eps = 1e-5
  }

  /// `x` normalised row by row.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { layerNorm(x, weight, bias, eps: eps) }
}

/// Every row of `x` normalised, then scaled by `weight` and shifted by `bias`.
///
/// Shapes and formula as for ``LayerNorm``. Traps when the shapes do not fit.
public func layerNorm(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, eps: Double = 1e-5
) -> Tensor {
  for parameter in [weight, bias] {
    require(
      parameter.shape == Array(x.shape.suffix(1)) && !x.shape.isEmpty,
      "layerNorm: a parameter of shape \(parameter.shape) for rows of \(x.shape)")
  }
  let y = Tensor(unwritten: x.shape)
  let rows = RowStatistics(x.data, y.count, size: weight.count, Float(eps))
  rows.normalise(x.data, weight.data, bias.data, into: y.storage.pointer)
  return y.recorded(from: x, weight, bias) {
    [x = x.storage, weight = weight.storage] dy, _, inputs in
    // ∂L/∂β = Σ ∂L/∂y and ∂L/∂γ = Σ ∂L/∂y · x̂, over all rows
    inputs[2]?.gather { addRows(of: dy, rows.count, rows.size, to: $0) }
    inputs[1]?.gather { rows.addSlopes(dy, x.data, to: $0) }
    // ∂L/∂x = 1/σ · (g − mean of g − x̂ · mean of g · x̂), where g = γ · ∂L/∂y
    inputs[0]?.receive { rows.writeInputGradient(dy, x.data, weight.data, into: $0, adding: $1) }
  }
}
