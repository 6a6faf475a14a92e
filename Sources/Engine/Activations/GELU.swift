import Glibc

/// The Gaussian error linear unit x·Φ(x), where Φ is the normal distribution's cumulative function
/// (Hendrycks and Gimpel, Gaussian Error Linear Units, 2016, section 2).
public struct GELU: Activation {
  /// How Φ is computed.
  public enum Approximation: Sendable {
    /// Φ(x) = ½(1 + erf(x/√2)).
    case none
    /// Φ(x) ≈ ½(1 + tanh(√(2/π)(x + 0.044715x³))).
    case tanh
  }

  /// How Φ is computed.
  public let approximate: Approximation

  /// The exact GELU.
  public init() { self.init(approximate: .none) }

  /// GELU with Φ computed by the given formula.
  public init(approximate: Approximation) { self.approximate = approximate }

  /// GELU of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    approximate == .tanh ? x.apply(HyperbolicGELU()) : x.apply(ExactGELU())
  }

  /// x·Φ(x).
  public func value(_ x: Double) -> Double {
    approximate == .tanh ? HyperbolicGELU.value(x) : ExactGELU.value(x)
  }

  /// Φ(x) + x·φ(x) with the density φ = Φ′.
  public func derivative(_ x: Double) -> Double {
    approximate == .tanh ? HyperbolicGELU.derivative(x) : ExactGELU.derivative(x)
  }
}

/// x·Φ(x), with slope Φ(x) + x·φ(x), where φ(x) = e^(−x²/2)/√(2π) is the density.
private struct ExactGELU: Sloped {
  static let slopeReads: SlopeReads = [.x, .y]
  func value(_ x: Float) -> Float { x * cumulative(x) }

  /// Φ(x) is recovered as y/x from y = x·Φ(x), except for an x so small that y has lost digits.
  func slope(_ x: Float, _ y: Float) -> Float {
    (abs(x) < 0x1p-26 ? 0.5 : y / x) + x * (0.3989423 * .exp(-0.5 * x * x))
  }

  @inline(__always)
  private func cumulative(_ x: Float) -> Float { 0.5 * (1 + .erf(x * 0.70710678)) }

  static func value(_ x: Double) -> Double { x * cumulative(x) }

  static func derivative(_ x: Double) -> Double {
    let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    return cumulative(x) + x * density
  }

  private static func cumulative(_ x: Double) -> Double { erfc(-x * 0.5.squareRoot()) / 2 }
}

/// ½x(1 + t), with slope ½(1 + t) + ½x(1 − t²)u′, where t = tanh u and u = √(2/π)(x + 0.044715x³).
private struct HyperbolicGELU: Sloped {
  static let slopeReads: SlopeReads = [.x]
  func value(_ x: Float) -> Float { 0.5 * x * (1 + .tanh(inner(x))) }

  func slope(_ x: Float, _ y: Float) -> Float {
    // Beyond ±10 t is ±1, and the square of x might overflow.
    let x = max(min(x, 10), -10)
    let t = Float.tanh(inner(x))
    let innerSlope: Float = 0.7978846 * (1 + 0.134145 * x * x)
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * innerSlope
  }

  @inline(__always)
  private func inner(_ x: Float) -> Float { 0.7978846 * (x + 0.044715 * x * x * x) }

  static func value(_ x: Double) -> Double { x * (1 + tanh(inner(x))) / 2 }

  static func derivative(_ x: Double) -> Double {
    let t = tanh(inner(x))
    let innerSlope = (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * x * x)
    return (1 + t + x * (1 - t * t) * innerSlope) / 2
  }

  private static func inner(_ x: Double) -> Double {
    (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
  }
}

extension Tensor {
  /// ``GELU`` of every number.
  public func gelu(approximate: GELU.Approximation = .none) -> Tensor {
    GELU(approximate: approximate)(self)
  }
}

extension Module where Self == GELU {
  /// The exact GELU.
  public static var gelu: GELU { GELU() }
}
