/// The convolution y[o] = Σ over c of W[o, c] ⋆ x[c] + b[o], where ⋆ slides a kernel over an image
/// without flipping it (cross-correlation).
///
/// Shapes: x [n, channels, height, width], weight [outputs, channels, kernel, kernel], bias [outputs],
/// y [n, outputs, ...] with (size + 2·padding − kernel)/stride + 1 for both sizes, rounded down. LeCun
/// et al., Gradient-Based Learning Applied to Document Recognition, 1998, section 2.
public struct Conv2d: Module {
  /// W, with one stack of kernels for each output.
  public let weight: Tensor
  /// b, if the layer has one.
  public let bias: Tensor?
  private let stride, padding: Int

  /// A layer with square kernels, whose weights and biases are drawn uniformly from
  /// ±1/√(channels·kernel²), as PyTorch does.
  public init(
    _ channels: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
    bias: Bool = true, using generator: inout some RandomNumberGenerator
  ) {
    let bound = 1 / Double(channels * kernel * kernel).squareRoot()
    weight = .parameter([outputs, channels, kernel, kernel], within: bound, using: &generator)
    self.bias = bias ? .parameter([outputs], within: bound, using: &generator) : nil
    self.stride = stride
    self.padding = padding
  }

  /// W ⋆ x + b; traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    conv2d(x, weight, bias, stride: stride, padding: padding)
  }
}

/// The convolution of every image with every output's kernels, plus the output's bias.
///
/// Shapes and formula as for ``Conv2d``. Traps when the shapes do not fit, when the kernel is larger than
/// the padded image, unless the stride is positive, and on a negative padding.
public func conv2d(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) -> Tensor {
  requireFit(x.shape, weight.shape, bias?.shape, stride, padding)
  let c = Convolution(x.shape, weight.shape, stride: stride, padding: padding)
  let y = Tensor(unwritten: [x.shape[0], c.outputs, c.outHeight, c.outWidth])
  convolve(x, weight, bias, c, into: y.storage.pointer)
  return y.recorded(from: x, weight, bias) {
    [x = x.storage, weight = weight.storage] dy, _, inputs in
    inputs[0]?.gather { addInputGradient(dy, weight, c, $0) }
    inputs[1]?.receive { writeWeightGradient(dy, x, c, into: $0, adding: $1) }
    // ∂L/∂b is ∂L/∂y summed over all positions of an output's images.
    inputs[2]?.receive { db, adding in
      Storage.withTemporary(c.outputs) { sums in
        Channels([c.images, c.outputs, c.outHeight * c.outWidth]).sums(of: dy, into: sums)
        write(db, c.outputs, adding) { sums[$0] }
      }
    }
  }
}

/// y = Σ over ky of W[ky] · x[from row ky on], image by image.
private func convolve(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ c: Convolution,
  into y: UnsafeMutablePointer<Float>
) {
  Storage.withTemporary(weight.count + c.spreadSize) { slices in
    let (spread, area) = (slices + weight.count, c.outHeight * c.outWidth)
    c.weightSlices.gather(weight.data, into: slices)
    write(spread, c.spreadSize) { _ in 0 }
    for image in 0..<c.images {
      let y = y + image * c.outSize
      c.spread(x.data, image, into: spread)
      if let bias { for o in 0..<c.outputs { write(y + o * area, area) { _ in bias.data[o] } } }
      for ky in 0..<c.kernelHeight {
        Matrix.multiply(
          c.slice(slices, ky), c.view(spread, ky), into: y, adding: ky > 0 || bias != nil)
      }
    }
  }
}

/// Adds W[ky]ᵀ · ∂L/∂y to ∂L/∂x[from row ky on], for every ky.
private func addInputGradient(
  _ dy: UnsafePointer<Float>, _ weight: Storage, _ c: Convolution,
  _ dx: UnsafeMutablePointer<Float>
) {
  Storage.withTemporary(weight.count + c.spreadSize) { slices in
    let spread = slices + weight.count
    c.weightSlices.gather(weight.data, into: slices)
    for image in 0..<c.images {
      let dy = Matrix(dy + image * c.outSize, c.outputs, c.outHeight * c.outWidth)
      write(spread, c.spreadSize) { _ in 0 }
      for ky in 0..<c.kernelHeight { c.add(c.slice(slices, ky).transposed, dy, ky, to: spread) }
      c.gather(spread, to: dx + image * c.imageSize)
    }
  }
}

/// ∂L/∂W[ky]ᵀ = Σ over images of x[from row ky on] · (∂L/∂y)ᵀ.
private func writeWeightGradient(
  _ dy: UnsafePointer<Float>, _ x: Storage, _ c: Convolution,
  into dw: UnsafeMutablePointer<Float>, adding: Bool
) {
  let (count, area) = (c.kernelHeight * c.sliceSize, c.outHeight * c.outWidth)
  Storage.withTemporary(count + c.spreadSize + c.outSize) { slices in
    let (spread, columns) = (slices + count, slices + count + c.spreadSize)
    write(slices, count + c.spreadSize) { _ in 0 }
    for image in 0..<c.images {
      c.spread(x.data, image, into: spread)
      transpose(dy + image * c.outSize, c.outputs, area, stride: area, into: columns)
      for ky in 0..<c.kernelHeight {
        Matrix.multiply(
          c.view(spread, ky), Matrix(columns, area, c.outputs), into: slices + ky * c.sliceSize,
          adding: true)
      }
    }
    c.transposedSlices.scatter(slices, into: dw, adding: adding)
  }
}

private func requireFit(
  _ x: [Int], _ weight: [Int], _ bias: [Int]?, _ stride: Int, _ padding: Int
) {
  require(x.count == 4, "conv2d: shape \(x) is not [n, channels, height, width]")
  require(weight.count == 4, "conv2d: a weight of shape \(weight) does not have four dimensions")
  require(
    x[1] == weight[1],
    "conv2d: shapes \(x) and \(weight) do not fit: \(x[1]) channels against \(weight[1])")
  require(
    stride > 0 && padding >= 0,
    "conv2d: stride \(stride) must be positive and padding \(padding) not negative")
  require(
    weight[2] > 0 && weight[3] > 0 && weight[2] <= x[2] + 2 * padding
      && weight[3] <= x[3] + 2 * padding,
    "conv2d: a kernel of \(weight[2]) by \(weight[3]) for images of shape \(x), padding \(padding)")
  require(
    bias ?? [weight[0]] == [weight[0]],
    "conv2d: a bias of shape \(bias ?? []) for a weight of shape \(weight)")
}
