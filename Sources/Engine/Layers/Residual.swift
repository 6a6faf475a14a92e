/// The residual block y = x + s·F(x), so that ∂y/∂x = 1 + s·F′(x): the gradient bypasses F through the 1.
///
/// Shapes: x, F(x) and y [...]; it traps when those of x and F(x) do not broadcast. He et al., Deep
/// Residual Learning for Image Recognition, CVPR 2016, equation 1; with a scale s of 1/√L, the variance
/// of the sum of L branches does not depend on L.
public struct Residual: Module {
  /// The branch F.
  public let branch: any Module
  /// The scale s of the branch.
  public let scale: Double

  /// A block whose branch applies `layers` in order.
  public init(_ layers: any Module..., scale: Double = 1) {
    branch = layers.count == 1 ? layers[0] : Sequential(layers)
    self.scale = scale
  }

  /// x + s·F(x).
  public func callAsFunction(_ x: Tensor) -> Tensor {
    scale == 1 ? x + branch(x) : x + Float(scale) * branch(x)
  }
}
