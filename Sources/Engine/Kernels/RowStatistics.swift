/// The mean and standard deviation of every row, and the loops of layer normalisation.
struct RowStatistics {
  let count, size: Int
  private let storage: Storage
  private var mean: UnsafeMutablePointer<Float> { storage.pointer }
  /// 1/√(σ² + ε).
  private var scale: UnsafeMutablePointer<Float> { storage.pointer + count }

  /// The statistics of `numbers` numbers in rows of `size`.
  init(_ x: UnsafePointer<Float>, _ numbers: Int, size: Int, _ eps: Float) {
    count = size == 0 ? 0 : numbers / size
    self.size = size
    storage = Storage(count: 2 * count)
    Storage.withTemporary(size) { distances in
      for row in 0..<count {
        let x = x + row * size
        let center = Float(sum(x, size) / Double(size))
        write(distances, size) { x[$0] - center }
        let variance = Float(sumOfSquares(distances, size) / Double(size))
        mean[row] = center
        scale[row] = 1 / (variance + eps).squareRoot()
      }
    }
  }

  /// Writes γ·x̂ + β with x̂ = (x − μ)/σ.
  func normalise(
    _ x: UnsafePointer<Float>, _ weight: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
    into y: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<count {
      let (x, mean, scale) = (x + row * size, mean[row], scale[row])
      write(y + row * size, size) { (x[$0] - mean) * scale * weight[$0] + bias[$0] }
    }
  }

  /// Adds ∂L/∂y · x̂, summed over all rows.
  func addSlopes(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<count {
      let (x, dy, mean, scale) = (x + row * size, dy + row * size, mean[row], scale[row])
      write(dw, size, true) { dy[$0] * ((x[$0] - mean) * scale) }
    }
  }

  /// Writes or adds 1/σ · (g − mean of g − x̂ · mean of g · x̂), where g = γ · ∂L/∂y.
  func writeInputGradient(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ weight: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    Storage.withTemporary(2 * size) { slopes in
      let (products, share) = (slopes + size, 1 / Double(size))
      for row in 0..<count {
        let (x, dy, mean, scale) = (x + row * size, dy + row * size, mean[row], scale[row])
        write(slopes, size) { weight[$0] * dy[$0] }
        write(products, size) { slopes[$0] * ((x[$0] - mean) * scale) }
        let (shift, tilt) = (Float(sum(slopes, size) * share), Float(sum(products, size) * share))
        write(dx + row * size, size, adding) {
          scale * (slopes[$0] - shift - (x[$0] - mean) * scale * tilt)
        }
      }
    }
  }
}
