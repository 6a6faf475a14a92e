/// Global average pooling: y is the mean of each whole image.
///
/// Shapes: x [n, channels, height, width], y [n, channels]. PyTorch writes it as AdaptiveAvgPool2d(1)
/// and a flattening.
public struct GlobalAvgPool2d: Module {
  /// A layer that averages.
  public init() {}

  /// The mean of each image; traps when `x` is no batch of images.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(
      x.shape.count == 4, "GlobalAvgPool2d: shape \(x.shape) is not [n, channels, height, width]")
    return x.flatten(from: 2).mean(dim: 2)
  }
}
