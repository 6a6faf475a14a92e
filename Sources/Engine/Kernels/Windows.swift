/// The square windows of a pooling layer over stacks of images.
struct Windows {
  let planes, height, width, kernel, stride: Int
  let outHeight, outWidth: Int

  /// Traps with a message that names `operation` when `x` is not a batch of images or the window does not
  /// fit.
  init(_ x: [Int], _ kernel: Int, _ stride: Int, _ operation: String) {
    require(x.count == 4, "\(operation): shape \(x) is not [n, channels, height, width]")
    require(
      kernel > 0 && stride > 0 && kernel <= min(x[2], x[3]),
      "\(operation): a window of \(kernel) by \(kernel) with stride \(stride) over shape \(x)")
    planes = x[0] * x[1]
    height = x[2]
    width = x[3]
    self.kernel = kernel
    self.stride = stride
    outHeight = (height - kernel) / stride + 1
    outWidth = (width - kernel) / stride + 1
  }

  /// Calls `body` with the offset of each window and the index of its result.
  @inline(__always)
  func forEach(_ body: (_ start: Int, _ index: Int) -> Void) {
    var index = 0
    for plane in 0..<planes {
      for row in 0..<outHeight {
        let start = (plane * height + row * stride) * width
        for column in 0..<outWidth {
          body(start + column * stride, index)
          index += 1
        }
      }
    }
  }

  /// Calls `body` with every offset of the window that starts at `start`.
  @inline(__always)
  func forEachOffset(from start: Int, _ body: (_ offset: Int) -> Void) {
    for row in 0..<kernel {
      for column in 0..<kernel { body(start &+ row &* width &+ column) }
    }
  }
}
