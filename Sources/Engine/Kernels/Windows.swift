/// Square windows that move over stacks of images: what a pooling looks through.
struct Windows {
  let planes, height, width, kernel, stride: Int
  let outHeight, outWidth: Int

  /// Traps, in the name of `operation`, when `x` is no batch of images or the window does not fit.
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

  /// Calls `body` with where each window begins and where its result stands.
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

  /// Calls `body` with every place of the window that begins at `start`.
  @inline(__always)
  func forEachPlace(from start: Int, _ body: (_ place: Int) -> Void) {
    for row in 0..<kernel {
      for column in 0..<kernel { body(start &+ row &* width &+ column) }
    }
  }
}
