/// The sizes of a convolution and the loops that reduce it to matrix products.
///
/// The rows of the image, shifted by each position kx of a kernel's row, form the *spread* image:
/// spread[c, kx, r, ox] = x[c, r − padding, ox·stride + kx − padding], 0 outside. In it the factors of
/// kernel row ky for a whole output image are contiguous from row ky on, so that
///
///     y = Σ over ky of W[ky] · spread[from row ky on]
///
/// is one matrix product for each ky, without a copy for each ky. Rows are sorted by r mod stride, since
/// kernel row ky multiplies only every stride-th row.
struct Convolution {
  let images: Int
  let channels, height, width: Int
  let outputs, kernelHeight, kernelWidth: Int
  let stride, padding: Int
  let outHeight, outWidth: Int
  /// The number of rows of a spread image with the same r mod stride.
  private let rowsPerPhase: Int
  /// The loops for the usual case that output rows are as long as input rows.
  private let planes: ConvolutionPlanes?

  init(_ x: [Int], _ weight: [Int], stride: Int, padding: Int) {
    images = x[0]
    channels = x[1]
    height = x[2]
    width = x[3]
    outputs = weight[0]
    kernelHeight = weight[2]
    kernelWidth = weight[3]
    self.stride = stride
    self.padding = padding
    outHeight = (height + 2 * padding - kernelHeight) / stride + 1
    outWidth = (width + 2 * padding - kernelWidth) / stride + 1
    rowsPerPhase = outHeight + (kernelHeight - 1) / stride
    let keepsWidth = stride == 1 && outWidth == width && padding > 0
    planes = keepsWidth ? ConvolutionPlanes(x, weight, padding: padding, outHeight) : nil
  }

  /// The number of elements of an input image, an output image, a spread image, and of the weights of a
  /// kernel row.
  var imageSize: Int { channels * height * width }
  var outSize: Int { outputs * outHeight * outWidth }
  var spreadSize: Int { channels * kernelWidth * planeSize }
  var sliceSize: Int { outputs * channels * kernelWidth }

  /// The consecutive matrices W[ky] [outputs, channels·kernelWidth] within PyTorch's weights [outputs,
  /// channels, kernelHeight, kernelWidth].
  var weightSlices: Region {
    Region(
      [kernelHeight, outputs, channels, kernelWidth],
      steps: [kernelWidth, channels * kernelArea, kernelArea, 1])
  }

  /// The transposes W[ky]ᵀ within the weights.
  var transposedSlices: Region {
    Region(
      [kernelHeight, channels, kernelWidth, outputs],
      steps: [kernelWidth, kernelArea, 1, channels * kernelArea])
  }

  /// The weights of kernel row `ky` in an array of slices.
  func slice(_ slices: UnsafePointer<Float>, _ ky: Int) -> Matrix {
    Matrix(slices + ky * sliceSize, outputs, channels * kernelWidth)
  }

  /// The part of a spread image that kernel row `ky` multiplies.
  func view(_ spread: UnsafePointer<Float>, _ ky: Int) -> Matrix {
    Matrix(
      spread + start(ky), channels * kernelWidth, outHeight * outWidth, stride: planeSize)
  }

  /// Adds the product a · b to the part of a spread image that kernel row `ky` multiplies.
  func add(_ a: Matrix, _ b: Matrix, _ ky: Int, to spread: UnsafeMutablePointer<Float>) {
    Matrix.multiply(a, b, into: spread + start(ky), stride: planeSize, adding: true)
  }

  /// Spreads image `index` of `images`; `spread` must be 0 outside the image.
  func spread(
    _ images: UnsafePointer<Float>, _ index: Int, into spread: UnsafeMutablePointer<Float>
  ) {
    let x = images + index * imageSize
    if let planes {
      let neighbours = min(index, self.images - index - 1) * imageSize
      return planes.spread(x, hasNeighbours: neighbours >= padding, into: spread)
    }
    forEachRow { offset, index, count in
      let (x, spread, step) = (x + offset, spread + index, stride)
      for i in 0..<count { spread[i] = x[i &* step] }
    }
  }

  /// Adds every number of a spread image to the number of the image that it was copied from.
  func gather(_ spread: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>) {
    if let planes { return planes.gather(spread, to: x) }
    forEachRow { offset, index, count in
      let (x, spread, step) = (x + offset, spread + index, stride)
      for i in 0..<count { x[i &* step] += spread[i] }
    }
  }

  /// Calls `body` with every row of the spread image that overlaps the image: its offset in the image, its
  /// offset in the spread image, and its length.
  @inline(__always)
  private func forEachRow(_ body: (_ offset: Int, _ index: Int, _ count: Int) -> Void) {
    for kx in 0..<kernelWidth {
      let columns = columns(kx)
      guard !columns.isEmpty else { continue }
      let column = columns.lowerBound * stride + kx - padding
      for channel in 0..<channels {
        let plane = (channel * kernelWidth + kx) * planeSize + columns.lowerBound
        for row in 0..<height {
          let padded = row + padding
          guard padded / stride < rowsPerPhase else { continue }
          let index = (padded % stride * rowsPerPhase + padded / stride) * outWidth
          body((channel * height + row) * width + column, plane + index, columns.count)
        }
      }
    }
  }

  /// The columns of the output for which position `kx` of a kernel's row lies inside the image.
  private func columns(_ kx: Int) -> Range<Int> {
    let first = max(0, (padding - kx + stride - 1) / stride)
    let last = min(outWidth, (width + padding - kx + stride - 1) / stride)
    return first..<max(first, last)
  }

  private var kernelArea: Int { kernelHeight * kernelWidth }
  private var planeSize: Int { stride * rowsPerPhase * outWidth }
  private func start(_ ky: Int) -> Int { (ky % stride * rowsPerPhase + ky / stride) * outWidth }
}
