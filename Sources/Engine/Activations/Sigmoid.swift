import Glibc

/// σ(x) = 1/(1 + e⁻ˣ): between 0 and 1, its slope never above ¼.
public struct Sigmoid: Activation {
  /// The sigmoid.
  public init() {}

  /// σ of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(self) }

  /// σ(x).
  public func value(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// σ′(x) = σ(x)·σ(−x).
  public func derivative(_ x: Double) -> Double { value(x) * value(-x) }
}

extension Sigmoid: Sloped {
  static let slopeReads: SlopeReads = [.y]
  func value(_ x: Float) -> Float { .sigmoid(x) }

  /// y = σ(x), so σ′(x) = y(1 − y).
  func slope(_ x: Float, _ y: Float) -> Float { y * (1 - y) }
}

extension Tensor {
  /// ``Sigmoid`` of every number.
  public func sigmoid() -> Tensor { apply(Sigmoid()) }
}

extension Module where Self == Sigmoid {
  /// The sigmoid.
  public static var sigmoid: Sigmoid { Sigmoid() }
}
