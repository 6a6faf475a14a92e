import Glibc

/// The exponential linear unit: x above 0, α(eˣ − 1) below (Clevert et al., Fast and Accurate Deep
/// Network Learning by Exponential Linear Units, 2016, equation 15).
public struct ELU: Activation {
  /// α: the function approaches −α as x goes to −∞.
  public let alpha: Double

  /// ELU with α = 1.
  public init() { self.init(alpha: 1) }

  /// ELU with α = `alpha`.
  public init(alpha: Double) { self.alpha = alpha }

  /// ELU of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(Exponential(alpha: Float(alpha))) }

  /// x above 0, else α(eˣ − 1).
  public func value(_ x: Double) -> Double { x > 0 ? x : alpha * expm1(x) }

  /// 1 above 0, else αeˣ.
  public func derivative(_ x: Double) -> Double { x > 0 ? 1 : alpha * exp(x) }
}

private struct Exponential: Sloped {
  static let slopeReads: SlopeReads = [.x]
  let alpha: Float
  func value(_ x: Float) -> Float { x >= 0 ? x : alpha * .expm1(min(x, 0)) }

  /// (α(eˣ − 1))′ = αeˣ.
  func slope(_ x: Float, _ y: Float) -> Float { x <= 0 ? alpha * .exp(min(x, 0)) : 1 }
}

extension Tensor {
  /// ``ELU`` of every number.
  public func elu(alpha: Double = 1) -> Tensor { ELU(alpha: alpha)(self) }
}

extension Module where Self == ELU {
  /// ELU with α = 1.
  public static var elu: ELU { ELU() }
}
