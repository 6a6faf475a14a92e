/// Average pooling: y is the mean of each window of x.
///
/// Shapes: x [n, channels, height, width], y the same with (size − kernel)/stride + 1 for both sizes,
/// rounded down.
public struct AvgPool2d: Module {
  private let kernel, stride: Int

  /// A layer with square windows of size `kernel` and a stride that is by default the same.
  public init(_ kernel: Int, stride: Int? = nil) {
    self.kernel = kernel
    self.stride = stride ?? kernel
  }

  /// The mean of each window.
  public func callAsFunction(_ x: Tensor) -> Tensor { avgPool2d(x, kernel, stride: stride) }
}

/// The mean of each window of `kernel` by `kernel` numbers.
///
/// Shapes as for ``AvgPool2d``. Traps when `x` is not a batch of images or the window does not fit.
public func avgPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil) -> Tensor {
  let windows = Windows(x.shape, kernel, stride ?? kernel, "avgPool2d")
  let y = Tensor(unwritten: x.shape[..<2] + [windows.outHeight, windows.outWidth])
  let (data, means, share) = (x.data, y.storage.pointer, 1 / Float(kernel * kernel))
  windows.forEach { start, index in
    var total: Float = 0
    windows.forEachOffset(from: start) { total += data[$0] }
    means[index] = total * share
  }
  return y.recorded(from: x) { dy, _, inputs in
    // Every x of a window receives an equal share of ∂L/∂y.
    inputs[0]?.gather { dx in
      windows.forEach { start, index in
        windows.forEachOffset(from: start) { dx[$0] += share * dy[index] }
      }
    }
  }
}
