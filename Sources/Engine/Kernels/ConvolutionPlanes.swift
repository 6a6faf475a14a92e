/// The loops of a ``Convolution`` whose output rows are as long as its input rows: a channel shifted by a
/// position of the kernel's row is a single run, in which a mask clears what wraps around from
/// neighbouring rows.
struct ConvolutionPlanes {
  private let channels, kernelWidth, size: Int
  /// The number of zeros above the image, and the number of elements of a channel of a spread image.
  private let margin, spreadSize: Int
  private let padding: Int
  /// For each position of the kernel's row, 1 where the source of a spread number lies in the same row;
  /// then for each position, 1 where its target does.
  private let masks: Storage

  init(_ x: [Int], _ weight: [Int], padding: Int, _ outHeight: Int) {
    let (height, width) = (x[2], x[3])
    channels = x[1]
    kernelWidth = weight[3]
    size = height * width
    margin = padding * width
    spreadSize = (outHeight + weight[2] - 1) * width
    self.padding = padding
    masks = Storage(count: 2 * kernelWidth * size)
    for kx in 0..<kernelWidth {
      for i in 0..<size {
        let (to, from) = (i % width + kx - padding, i % width - kx + padding)
        masks.pointer[kx * size + i] = (0..<width).contains(to) ? 1 : 0
        masks.pointer[(kernelWidth + kx) * size + i] = (0..<width).contains(from) ? 1 : 0
      }
    }
  }

  /// Spreads an image.
  ///
  /// Runs read up to `padding` numbers beyond the image on both sides. An image without such neighbours
  /// in memory is first copied into a padded buffer.
  func spread(
    _ x: UnsafePointer<Float>, hasNeighbours: Bool, into spread: UnsafeMutablePointer<Float>
  ) {
    if hasNeighbours { return self.spread(x, into: spread) }
    let count = channels * size
    Storage.withTemporary(count + 2 * padding) { copy in
      let image = copy + padding
      write(copy, padding) { _ in 0 }
      write(image, count) { x[$0] }
      write(image + count, padding) { _ in 0 }
      self.spread(image, into: spread)
    }
  }

  private func spread(_ x: UnsafePointer<Float>, into spread: UnsafeMutablePointer<Float>) {
    forEachPlane { offset, index, kx in
      let (x, mask) = (x + offset + kx - padding, masks.pointer + kx * size)
      write(spread + index, size) { mask[$0] == 0 ? 0 : x[$0] }
    }
  }

  /// Adds every number of a spread image to the number of the image that it was copied from.
  func gather(_ spread: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>) {
    forEachPlane { offset, index, kx in
      let from = spread + index - (kx - padding)
      let mask = masks.pointer + (kernelWidth + kx) * size
      write(x + offset, size, true) { mask[$0] == 0 ? 0 : from[$0] }
    }
  }

  /// Calls `body` for every channel and position of a kernel's row, with the channel's offsets in the
  /// image and in the spread image.
  @inline(__always)
  private func forEachPlane(_ body: (_ offset: Int, _ index: Int, _ kx: Int) -> Void) {
    for channel in 0..<channels {
      for kx in 0..<kernelWidth {
        body(channel * size, (channel * kernelWidth + kx) * spreadSize + margin, kx)
      }
    }
  }
}
