import Glibc

/// The hyperbolic tangent: between −1 and 1, its slope 1 at 0.
public struct Tanh: Activation {
  /// The hyperbolic tangent.
  public init() {}

  /// tanh of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(self) }

  /// tanh x.
  public func value(_ x: Double) -> Double { Glibc.tanh(x) }

  /// tanh′ x = 1/cosh² x.
  public func derivative(_ x: Double) -> Double { 1 / (cosh(x) * cosh(x)) }
}

extension Tanh: Sloped {
  static let slopeReads: SlopeReads = [.y]
  func value(_ x: Float) -> Float { .tanh(x) }

  /// y = tanh x, so tanh′ x = 1 − y².
  func slope(_ x: Float, _ y: Float) -> Float { 1 - y * y }
}

extension Tensor {
  /// ``Tanh`` of every number.
  public func tanh() -> Tensor { apply(Tanh()) }
}

extension Module where Self == Tanh {
  /// The hyperbolic tangent.
  public static var tanh: Tanh { Tanh() }
}
