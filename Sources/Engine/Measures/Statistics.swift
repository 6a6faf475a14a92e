/// Summary statistics of a tensor's numbers, in double precision.
public struct Statistics: Equatable, Sendable {
  /// The number n of elements.
  public let count: Int
  /// Σx/n.
  public let mean: Double
  /// Σ(x − mean)²/n: the population variance, not the sample estimate, which divides by n − 1.
  public let variance: Double
  /// Σx²/n: the quantity that theories of initialisation follow, since the variance of a layer's outputs
  /// under weights of mean 0 depends on it.
  public let meanSquare: Double

  /// The standard deviation √variance.
  public var std: Double { variance.squareRoot() }
}

extension Tensor {
  /// The mean, variance and mean square of all numbers; NaN for a tensor without numbers.
  public var statistics: Statistics {
    let mean = Engine.sum(data, count) / Double(count)
    let numbers = doubles
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    let meanSquare = numbers.reduce(0) { $0 + $1 * $1 } / Double(count)
    return Statistics(count: count, mean: mean, variance: variance, meanSquare: meanSquare)
  }
}
