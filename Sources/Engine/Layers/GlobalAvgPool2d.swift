/// Global average pooling: y is the mean of each whole image.
///
/// Shapes: x [n, channels, height, width], y [n, channels]. The same as PyTorch's AdaptiveAvgPool2d(1)
/// followed by Flatten.
public struct GlobalAvgPool2d: Module {
  /// A layer that averages.
  public init() {}

  /// The mean of each image; traps when `x` is not a batch of images.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    require(
      x.shape.count == 4, "GlobalAvgPool2d: shape \(x.shape) is not [n, channels, height, width]")
    return x.flatten(from: 2).mean(dim: 2)
  }
}
