import Glibc

/// log(1 + eˣ): a smooth ReLU whose derivative is the sigmoid.
public struct Softplus: Activation {
  /// Softplus.
  public init() {}

  /// log(1 + eˣ) of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(self) }

  /// log(1 + eˣ).
  public func value(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

  /// σ(x).
  public func derivative(_ x: Double) -> Double { Sigmoid.value(x) }
}

extension Softplus: Sloped {
  static let slopeReads: SlopeReads = [.x]
  /// log(1 + eˣ) = max(x, 0) + log(1 + e^(−|x|)), in which no exponential overflows.
  func value(_ x: Float) -> Float { max(x, 0) + .log1p(.exp(-abs(x))) }

  /// (log(1 + eˣ))′ = σ(x).
  func slope(_ x: Float, _ y: Float) -> Float { .sigmoid(x) }
}

extension Tensor {
  /// ``Softplus`` of every number.
  public func softplus() -> Tensor { apply(Softplus()) }
}

extension Module where Self == Softplus {
  /// Softplus.
  public static var softplus: Softplus { Softplus() }
}
