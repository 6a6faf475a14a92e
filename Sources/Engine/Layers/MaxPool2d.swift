/// Max pooling: y is the greatest number in each window of x.
///
/// Shapes: x [n, channels, height, width], y the same with (size − kernel)/stride + 1 for both sizes,
/// rounded down.
public struct MaxPool2d: Module {
  private let kernel, stride: Int

  /// A layer with square windows of size `kernel` and a stride that is by default the same.
  public init(_ kernel: Int, stride: Int? = nil) {
    self.kernel = kernel
    self.stride = stride ?? kernel
  }

  /// The greatest number in each window.
  public func callAsFunction(_ x: Tensor) -> Tensor { maxPool2d(x, kernel, stride: stride) }
}

/// The greatest number in each window of `kernel` by `kernel` numbers; the first of equal maxima receives
/// the gradient.
///
/// Shapes as for ``MaxPool2d``. Traps when `x` is not a batch of images or the window does not fit.
public func maxPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil) -> Tensor {
  let windows = Windows(x.shape, kernel, stride ?? kernel, "maxPool2d")
  let y = Tensor(unwritten: x.shape[..<2] + [windows.outHeight, windows.outWidth])
  let data = x.data
  let offsets = [Int](unsafeUninitializedCapacity: y.count) { offsets, count in
    windows.forEach { start, index in
      var best = start
      windows.forEachOffset(from: start) { offset in
        if data[offset] > data[best] || data[offset].isNaN { best = offset }
      }
      offsets[index] = best
    }
    count = y.count
  }
  write(y.storage.pointer, y.count) { data[offsets[$0]] }
  return y.recorded(from: x) { dy, _, inputs in
    // y is one of the x: that one has ∂L/∂x = ∂L/∂y, the others 0.
    inputs[0]?.gather { dx in
      for (index, offset) in offsets.enumerated() { dx[offset] += dy[index] }
    }
  }
}
