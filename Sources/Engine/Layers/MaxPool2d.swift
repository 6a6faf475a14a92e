/// Max pooling: y is the greatest number in each window of x.
///
/// Shapes: x [n, channels, height, width], y the same with (size − kernel)/stride + 1 for both sizes,
/// rounded down.
public struct MaxPool2d: Module {
  private let kernel, stride: Int

  /// A layer with square windows that move on by `stride`, by default by their own size.
  public init(_ kernel: Int, stride: Int? = nil) {
    self.kernel = kernel
    self.stride = stride ?? kernel
  }

  /// The greatest number in each window.
  public func callAsFunction(_ x: Tensor) -> Tensor { maxPool2d(x, kernel, stride: stride) }
}

/// The greatest number in each window, to whose first place its gradient goes.
///
/// Traps when `x` is no batch of images or the window does not fit.
public func maxPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil) -> Tensor {
  let windows = Windows(x.shape, kernel, stride ?? kernel, "maxPool2d")
  let y = Tensor(unwritten: x.shape[..<2] + [windows.outHeight, windows.outWidth])
  let data = x.data
  let places = [Int](unsafeUninitializedCapacity: y.count) { places, count in
    windows.forEach { start, index in
      var best = start
      windows.forEachPlace(from: start) { place in
        if data[place] > data[best] || data[place].isNaN { best = place }
      }
      places[index] = best
    }
    count = y.count
  }
  write(y.storage.pointer, y.count) { data[places[$0]] }
  return y.recorded(from: x) { dy, _, inputs in
    // y is one of the x: that one has ∂L/∂x = ∂L/∂y, the others 0.
    inputs[0]?.gather { dx in
      for (index, place) in places.enumerated() { dx[place] += dy[index] }
    }
  }
}
