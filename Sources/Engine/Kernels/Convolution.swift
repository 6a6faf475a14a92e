/// The measures of a convolution and the loops that make products of it.
///
/// A row of the image, moved by each place of a kernel's row in turn, gives the *spread* image:
/// spread[c, kx, r, ox] = x[c, r − padding, ox·stride + kx − padding], 0 outside. There a whole output
/// image finds what kernel row ky multiplies in one piece that begins at row ky, so that
///
///     y = Σ over ky of W[ky] · spread[from row ky on]
///
/// is a product of matrices for each ky, with no number copied for ky's sake. Rows are kept sorted by
/// r mod stride, for only every stride-th meets the same ky.
struct Convolution {
  let images: Int
  let channels, height, width: Int
  let outputs, kernelHeight, kernelWidth: Int
  let stride, padding: Int
  let outHeight, outWidth: Int
  /// How many rows of each kind (r mod stride) a spread image has.
  private let rowsOfKind: Int
  /// The same loops for the usual case that rows keep their length.
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
    rowsOfKind = outHeight + (kernelHeight - 1) / stride
    let keepsWidth = stride == 1 && outWidth == width && padding > 0
    planes = keepsWidth ? ConvolutionPlanes(x, weight, padding: padding, outHeight) : nil
  }

  /// How many numbers an image of the input, an image of the output, a spread image, a kernel row's
  /// weights have.
  var imageSize: Int { channels * height * width }
  var outSize: Int { outputs * outHeight * outWidth }
  var spreadSize: Int { channels * kernelWidth * planeSize }
  var sliceSize: Int { outputs * channels * kernelWidth }

  /// W[ky] as matrices [outputs, channels·kernelWidth], one after the other, among PyTorch's weights
  /// [outputs, channels, kernelHeight, kernelWidth].
  var weightSlices: Region {
    Region(
      [kernelHeight, outputs, channels, kernelWidth],
      steps: [kernelWidth, channels * kernelArea, kernelArea, 1])
  }

  /// The transposes W[ky]ᵀ among them.
  var transposedSlices: Region {
    Region(
      [kernelHeight, channels, kernelWidth, outputs],
      steps: [kernelWidth, kernelArea, 1, channels * kernelArea])
  }

  /// The weights of kernel row `ky` in an array of slices.
  func slice(_ slices: UnsafePointer<Float>, _ ky: Int) -> Matrix {
    Matrix(slices + ky * sliceSize, outputs, channels * kernelWidth)
  }

  /// What kernel row `ky` multiplies in a spread image.
  func view(_ spread: UnsafePointer<Float>, _ ky: Int) -> Matrix {
    Matrix(
      spread + start(ky), channels * kernelWidth, outHeight * outWidth, stride: planeSize)
  }

  /// Adds the product a · b to what kernel row `ky` multiplies in a spread image.
  func add(_ a: Matrix, _ b: Matrix, _ ky: Int, to spread: UnsafeMutablePointer<Float>) {
    Matrix.multiply(a, b, into: spread + start(ky), stride: planeSize, adding: true)
  }

  /// Spreads image number `index` of `images`; `spread` must be 0 wherever no number of an image comes.
  func spread(
    _ images: UnsafePointer<Float>, _ index: Int, into spread: UnsafeMutablePointer<Float>
  ) {
    let x = images + index * imageSize
    if let planes {
      let neighbours = min(index, self.images - index - 1) * imageSize
      return planes.spread(x, hasNeighbours: neighbours >= padding, into: spread)
    }
    eachRow { place, index, count in
      let (x, spread, step) = (x + place, spread + index, stride)
      for i in 0..<count { spread[i] = x[i &* step] }
    }
  }

  /// Adds every number of a spread image to where it came from.
  func gather(_ spread: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>) {
    if let planes { return planes.gather(spread, to: x) }
    eachRow { place, index, count in
      let (x, spread, step) = (x + place, spread + index, stride)
      for i in 0..<count { x[i &* step] += spread[i] }
    }
  }

  /// Calls `body` with every row of the spread image that comes from the image: where it begins in the
  /// image, where in the spread image, and how many numbers it has.
  @inline(__always)
  private func eachRow(_ body: (_ place: Int, _ index: Int, _ count: Int) -> Void) {
    for kx in 0..<kernelWidth {
      let columns = columns(kx)
      guard !columns.isEmpty else { continue }
      let column = columns.lowerBound * stride + kx - padding
      for channel in 0..<channels {
        let plane = (channel * kernelWidth + kx) * planeSize + columns.lowerBound
        for row in 0..<height {
          let padded = row + padding
          guard padded / stride < rowsOfKind else { continue }
          let index = (padded % stride * rowsOfKind + padded / stride) * outWidth
          body((channel * height + row) * width + column, plane + index, columns.count)
        }
      }
    }
  }

  /// The columns of the output that meet the image at place `kx` of a kernel's row.
  private func columns(_ kx: Int) -> Range<Int> {
    let first = max(0, (padding - kx + stride - 1) / stride)
    let last = min(outWidth, (width + padding - kx + stride - 1) / stride)
    return first..<max(first, last)
  }

  private var kernelArea: Int { kernelHeight * kernelWidth }
  private var planeSize: Int { stride * rowsOfKind * outWidth }
  private func start(_ ky: Int) -> Int { (ky % stride * rowsOfKind + ky / stride) * outWidth }
}
