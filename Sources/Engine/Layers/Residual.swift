/// The residual block y = x + s·F(x), so that ∂y/∂x = 1 + s·F′(x): the gradient has a path of its own.
///
/// F must keep x's shape. He et al., Deep Residual Learning for Image Recognition, CVPR 2016, equation
/// 1; with a scale s of 1/√L, the sum of L branches keeps its variance.
public struct Residual: Module {
  /// F.
  public let branch: any Module
  /// s.
  public let scale: Double

  /// A block around `layers`, one after the other.
  public init(_ layers: any Module..., scale: Double = 1) {
    branch = layers.count == 1 ? layers[0] : Sequential(layers)
    self.scale = scale
  }

  /// x + s·F(x).
  public func callAsFunction(_ x: Tensor) -> Tensor {
    scale == 1 ? x + branch(x) : x + Float(scale) * branch(x)
  }
}
