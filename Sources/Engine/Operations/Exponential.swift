extension Tensor {
  /// eˣ of every number.
  public func exp() -> Tensor { apply(Exponential()) }

  /// The natural logarithm of every number; −∞ at 0 and NaN below.
  public func log() -> Tensor { apply(Logarithm()) }
}

private struct Exponential: Sloped {
  static let slopeReads: SlopeReads = [.y]
  func value(_ x: Float) -> Float { .exp(x) }
  /// (eˣ)′ = eˣ.
  func slope(_ x: Float, _ y: Float) -> Float { y }
}

private struct Logarithm: Pointwise {
  static let slopeReads: SlopeReads = [.x]
  func value(_ x: Float) -> Float { .log(x) }
  /// (ln x)′ = 1/x.
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float { dy / x }
}
