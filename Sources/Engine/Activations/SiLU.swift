import Glibc

/// The sigmoid linear unit x·σ(x), also called Swish (Elfwing et al., Sigmoid-Weighted Linear Units,
/// 2018, section 2).
public struct SiLU: Activation {
  /// The sigmoid linear unit.
  public init() {}

  /// x·σ(x) of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(self) }

  /// x·σ(x).
  public func value(_ x: Double) -> Double { x / (1 + exp(-x)) }

  /// σ(x) + x·σ′(x).
  public func derivative(_ x: Double) -> Double {
    Sigmoid.value(x) + x * Sigmoid.derivative(x)
  }
}

extension SiLU: Sloped {
  static let slopeReads: SlopeReads = [.x]
  func value(_ x: Float) -> Float { x * .sigmoid(x) }

  /// (x·s)′ = s + x·s(1 − s) with s = σ(x).
  func slope(_ x: Float, _ y: Float) -> Float {
    let s = Float.sigmoid(x)
    return s + x * (s * (1 - s))
  }
}

extension Tensor {
  /// ``SiLU`` of every number.
  public func silu() -> Tensor { apply(SiLU()) }
}

extension Module where Self == SiLU {
  /// The sigmoid linear unit.
  public static var silu: SiLU { SiLU() }
}
