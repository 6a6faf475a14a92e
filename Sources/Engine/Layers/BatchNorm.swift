/// Batch normalisation: y = γ·(x − μ)/√(σ² + ε) + β, with each channel's mean μ and variance σ² over
/// the batch.
///
/// Shapes: x and y [n, channels] or [n, channels, ...], weight γ and bias β [channels]. After
/// ``Module/eval()`` it uses the running statistics instead of the batch's. Ioffe and Szegedy, Batch
/// Normalization, ICML 2015, algorithm 1.
public struct BatchNorm: Module {
  /// γ, initially 1.
  public let weight: Tensor
  /// β, initially 0.
  public let bias: Tensor
  /// The running mean, initially 0.
  public let runningMean: Tensor
  /// The running variance, initially 1.
  public let runningVar: Tensor

  private let eps, momentum: Double
  private let mode = Mode()

  /// A layer for `channels`; without `affine`, γ and β are the constants 1 and 0.
  ///
  /// `momentum` is the weight of a batch in the running statistics: r ← (1 − momentum)·r + momentum·batch.
  public init(_ channels: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true) {
    weight = .ones([channels], requiresGrad: affine)
    bias = .zeros([channels], requiresGrad: affine)
    runningMean = .zeros([channels])
    runningVar = .ones([channels])
    self.eps = eps
    self.momentum = momentum
  }

  /// A layer with the given parameters.
  package init(weight: Tensor, bias: Tensor) {
    self.weight = weight
    self.bias = bias
    runningMean = .zeros(weight.shape)
    runningVar = .ones(weight.shape)
    eps = 1e-5
    momentum = 0.1
  }

  /// `x` normalised; in training mode this updates the running statistics.
  ///
  /// Traps when the shapes do not fit or, in training mode, when a channel has fewer than two numbers.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard mode.isTraining else {
      return batchNorm(x, weight, bias, mean: runningMean, variance: runningVar, eps: eps)
    }
    let (y, statistics) = normalised(x, weight, bias, eps)
    updateRunningStatistics(statistics)
    return y
  }

  /// Moves the running statistics towards the batch's mean and unbiased variance.
  private func updateRunningStatistics(_ batch: BatchStatistics) {
    let (m, unbiased) = (Float(momentum), Float(batch.size) / Float(batch.size - 1))
    let (mean, variance) = (runningMean.storage.pointer, runningVar.storage.pointer)
    write(mean, runningMean.count) { (1 - m) * mean[$0] + m * batch.mean[$0] }
    write(variance, runningVar.count) {
      (1 - m) * variance[$0] + m * (unbiased * batch.variance[$0])
    }
  }
}

/// PyTorch's name for batch normalisation of rows.
public typealias BatchNorm1d = BatchNorm
/// PyTorch's name for batch normalisation of images.
public typealias BatchNorm2d = BatchNorm

/// Batch normalisation with the batch's own statistics, as in training.
///
/// Shapes and formula as for ``BatchNorm``. Traps when the shapes do not fit, or when a channel has fewer
/// than two numbers.
public func batchNorm(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, eps: Double = 1e-5
) -> Tensor {
  normalised(x, weight, bias, eps).y
}

/// Batch normalisation with a given mean and variance [channels], as in evaluation; both are constants.
///
/// Shapes and formula as for ``BatchNorm``. Traps when the shapes do not fit.
public func batchNorm(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, mean: Tensor, variance: Tensor, eps: Double = 1e-5
) -> Tensor {
  requireFit(x.shape, [weight, bias, mean, variance].map(\.shape))
  let shape = [x.shape[1]] + x.shape.dropFirst(2).map { _ in 1 }
  let scale = weight / (variance + Float(eps)).sqrt().detach()
  let shift = bias - mean.detach() * scale
  return x * scale.reshape(shape) + shift.reshape(shape)
}

private func normalised(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ eps: Double
) -> (y: Tensor, BatchStatistics) {
  requireFit(x.shape, [weight, bias].map(\.shape))
  let (channels, y) = (Channels(x.shape), Tensor(unwritten: x.shape))
  let batch = BatchStatistics(x, Float(eps))
  batch.normalise(x.data, weight.data, bias.data, channels, into: y.storage.pointer)
  let result = y.recorded(from: x, weight, bias) {
    [x = x.storage, weight = weight.storage] dy, _, inputs in
    let slopes = Storage(count: 2 * channels.count)
    let (dbias, dweight) = (slopes.pointer, slopes.pointer + channels.count)
    // ∂L/∂β = Σ ∂L/∂y and ∂L/∂γ = Σ ∂L/∂y · x̂
    batch.slopes(dy, x.data, channels, dbias, dweight)
    inputs[2]?.receive { db, adding in write(db, channels.count, adding) { dbias[$0] } }
    inputs[1]?.receive { dw, adding in write(dw, channels.count, adding) { dweight[$0] } }
    // ∂L/∂x = γ/σ · (∂L/∂y − mean of ∂L/∂y − x̂ · mean of ∂L/∂y · x̂)
    inputs[0]?.receive {
      batch.writeInputGradient(
        dy, x.data, weight.data, channels, dbias, dweight, into: $0, adding: $1)
    }
  }
  return (result, batch)
}

private func requireFit(_ x: [Int], _ others: [[Int]]) {
  require(x.count >= 2, "batchNorm: shape \(x) has no channels")
  for other in others {
    require(
      other == [x[1]], "batchNorm: a parameter of shape \(other) for \(x[1]) channels of \(x)")
  }
}
