/// What is to be said of a tensor's numbers as a whole, in double precision.
public struct Statistics: Equatable, Sendable {
  /// How many numbers there are.
  public let count: Int
  /// Σx/n.
  public let mean: Double
  /// Σ(x − mean)²/n: of these numbers, not an estimate from them (which would divide by n − 1).
  public let variance: Double
  /// Σx²/n: what a layer's theory follows, since weights of mean 0 see it and not the variance.
  public let meanSquare: Double

  /// √variance.
  public var std: Double { variance.squareRoot() }
}

extension Tensor {
  /// The mean and variance of all numbers; NaN when there are none.
  public var statistics: Statistics {
    let mean = Engine.sum(data, count) / Double(count)
    let numbers = doubles
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    let meanSquare = numbers.reduce(0) { $0 + $1 * $1 } / Double(count)
    return Statistics(count: count, mean: mean, variance: variance, meanSquare: meanSquare)
  }
}
