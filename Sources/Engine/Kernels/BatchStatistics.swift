/// The mean and variance of every channel over a batch, and the loops of batch normalisation.
struct BatchStatistics {
  /// The number of elements of a channel.
  let size: Int
  private let storage: Storage
  let mean: UnsafeMutablePointer<Float>
  let variance: UnsafeMutablePointer<Float>
  /// 1/√(σ² + ε).
  private let scale: UnsafeMutablePointer<Float>

  /// The statistics of `x`; traps when a channel has fewer than two numbers, since the unbiased variance
  /// is then undefined.
  init(_ x: Tensor, _ eps: Float) {
    let channels = Channels(x.shape)
    size = channels.size
    require(
      size > 1,
      "batchNorm: shape \(x.shape) has \(size) numbers per channel; at least two are needed")
    let (count, size) = (channels.count, Float(size))
    storage = Storage(count: 3 * count)
    mean = storage.pointer
    variance = storage.pointer + count
    scale = storage.pointer + 2 * count
    let (data, mean, variance) = (x.data, mean, variance)
    channels.sums(of: data, into: mean)
    write(mean, count) { mean[$0] / size }
    channels.sums(into: variance, { mean[$0] }, { i, mean in (data[i] - mean) * (data[i] - mean) })
    write(variance, count) { variance[$0] / size }
    write(scale, count) { 1 / .sqrt(variance[$0] + eps) }
  }

  /// Writes γ·x̂ + β with x̂ = (x − μ)/σ.
  func normalise(
    _ x: UnsafePointer<Float>, _ weight: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
    _ channels: Channels, into y: UnsafeMutablePointer<Float>
  ) {
    channels.write(y, false) { c in
      (mean[c], scale[c] * weight[c], bias[c])
    } _: { i, channel in
      let (mean, scale, shift) = channel
      return (x[i] - mean) * scale + shift
    }
  }

  /// Writes Σ ∂L/∂y and Σ ∂L/∂y · x̂ of every channel.
  func slopes(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ channels: Channels,
    _ dbias: UnsafeMutablePointer<Float>, _ dweight: UnsafeMutablePointer<Float>
  ) {
    channels.sums(of: dy, into: dbias)
    channels.sums(into: dweight, { mean[$0] }, { i, mean in dy[i] * (x[i] - mean) })
    write(dweight, channels.count) { dweight[$0] * scale[$0] }
  }

  /// Writes or adds γ/σ · (∂L/∂y − Σ ∂L/∂y / n − x̂ · Σ(∂L/∂y · x̂) / n).
  func writeInputGradient(
    _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ weight: UnsafePointer<Float>,
    _ channels: Channels, _ dbias: UnsafePointer<Float>, _ dweight: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    let share = 1 / Float(channels.size)
    channels.write(dx, adding) { c in
      (mean[c], weight[c] * scale[c], share * dbias[c], scale[c] * share * dweight[c])
    } _: { i, channel in
      let (mean, scale, shift, tilt) = channel
      return scale * (dy[i] - shift - (x[i] - mean) * tilt)
    }
  }
}
