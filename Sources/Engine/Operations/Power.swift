import Glibc

extension Tensor {
  /// x² of every number.
  public func square() -> Tensor { apply(Square()) }

  /// √x of every number; NaN below 0, and an infinite derivative at 0.
  public func sqrt() -> Tensor { apply(SquareRoot()) }

  /// xᵖ of every number; NaN for a negative number and an exponent that is not an integer.
  public func pow(_ exponent: Float) -> Tensor { apply(Power(exponent: exponent)) }

  /// |x| of every number; its derivative at 0 is defined as 0.
  public func abs() -> Tensor { apply(Absolute()) }
}

private struct Square: Sloped {
  static let slopeReads: SlopeReads = [.x]
  func value(_ x: Float) -> Float { x * x }
  /// (x²)′ = 2x.
  func slope(_ x: Float, _ y: Float) -> Float { 2 * x }
}

private struct SquareRoot: Sloped {
  static let slopeReads: SlopeReads = [.y]
  func value(_ x: Float) -> Float { .sqrt(x) }
  /// (√x)′ = 1/(2√x).
  func slope(_ x: Float, _ y: Float) -> Float { 0.5 / y }
}

private struct Power: Sloped {
  static let slopeReads: SlopeReads = [.x]
  let exponent: Float
  func value(_ x: Float) -> Float { powf(x, exponent) }
  /// (xᵖ)′ = p·xᵖ⁻¹.
  func slope(_ x: Float, _ y: Float) -> Float {
    exponent == 0 ? 0 : exponent * powf(x, exponent - 1)
  }
}

private struct Absolute: Sloped {
  static let slopeReads: SlopeReads = [.x]
  func value(_ x: Float) -> Float { x.magnitude }
  /// The sign of x.
  func slope(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : (x < 0 ? -1 : 0) }
}
