/// The loops of a ``Convolution`` whose rows keep their length: a channel moved by a place of the kernel's
/// row is a single run, but for what comes in from the rows beside, which a mask takes out.
struct ConvolutionPlanes {
  private let channels, kernelWidth, size: Int
  /// How many numbers a row of zeros above the image has, and a channel of a spread image.
  private let margin, spreadSize: Int
  private let padding: Int
  /// For each place of the kernel's row 1 where a number of the image comes to; then for each place 1
  /// where a number of the image comes from.
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
  /// So that all runs are whole, they reach `padding` numbers beyond it on both sides; one that has no
  /// such neighbours is copied to where there is room.
  func spread(
    _ x: UnsafePointer<Float>, hasNeighbours: Bool, into spread: UnsafeMutablePointer<Float>
  ) {
    if hasNeighbours { return self.spread(x, into: spread) }
    let count = channels * size
    Storage.lend(count + 2 * padding) { copy in
      let image = copy + padding
      write(copy, padding) { _ in 0 }
      write(image, count) { x[$0] }
      write(image + count, padding) { _ in 0 }
      self.spread(image, into: spread)
    }
  }

  private func spread(_ x: UnsafePointer<Float>, into spread: UnsafeMutablePointer<Float>) {
    eachPlane { place, index, kx in
      let (x, mask) = (x + place + kx - padding, masks.pointer + kx * size)
      write(spread + index, size) { mask[$0] == 0 ? 0 : x[$0] }
    }
  }

  /// Adds every number of a spread image to where it came from.
  func gather(_ spread: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>) {
    eachPlane { place, index, kx in
      let from = spread + index - (kx - padding)
      let mask = masks.pointer + (kernelWidth + kx) * size
      write(x + place, size, true) { mask[$0] == 0 ? 0 : from[$0] }
    }
  }

  /// Calls `body` for every channel and place of a kernel's row with where the channel begins in the
  /// image and in the spread image.
  @inline(__always)
  private func eachPlane(_ body: (_ place: Int, _ index: Int, _ kx: Int) -> Void) {
    for channel in 0..<channels {
      for kx in 0..<kernelWidth {
        body(channel * size, (channel * kernelWidth + kx) * spreadSize + margin, kx)
      }
    }
  }
}
