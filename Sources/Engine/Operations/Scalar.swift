extension Tensor {
  /// Adds `b` to every number.
  public static func + (a: Tensor, b: Float) -> Tensor { a.apply(Shifted(shift: b)) }

  /// Adds `a` to every number.
  public static func + (a: Float, b: Tensor) -> Tensor { b + a }

  /// Subtracts `b` from every number.
  public static func - (a: Tensor, b: Float) -> Tensor { a + -b }

  /// Subtracts every number from `a`.
  public static func - (a: Float, b: Tensor) -> Tensor { b.apply(Remainder(whole: a)) }

  /// Multiplies every number by `b`.
  public static func * (a: Tensor, b: Float) -> Tensor { a.apply(Scaled(scale: b)) }

  /// Multiplies every number by `a`.
  public static func * (a: Float, b: Tensor) -> Tensor { b * a }

  /// Divides every number by `b`.
  public static func / (a: Tensor, b: Float) -> Tensor { a.apply(Divided(divisor: b)) }

  /// Divides `a` by every number.
  public static func / (a: Float, b: Tensor) -> Tensor { b.apply(Reciprocal(dividend: a)) }

  /// Changes the sign of every number.
  public static prefix func - (a: Tensor) -> Tensor { a * -1 }
}

private struct Shifted: Sloped {
  static let slopeReads: SlopeReads = []
  let shift: Float
  func value(_ x: Float) -> Float { x + shift }
  func slope(_ x: Float, _ y: Float) -> Float { 1 }
}

private struct Remainder: Sloped {
  static let slopeReads: SlopeReads = []
  let whole: Float
  func value(_ x: Float) -> Float { whole - x }
  func slope(_ x: Float, _ y: Float) -> Float { -1 }
}

private struct Scaled: Sloped {
  static let slopeReads: SlopeReads = []
  let scale: Float
  func value(_ x: Float) -> Float { scale * x }
  func slope(_ x: Float, _ y: Float) -> Float { scale }
}

private struct Divided: Pointwise {
  static let slopeReads: SlopeReads = []
  let divisor: Float
  func value(_ x: Float) -> Float { x / divisor }
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float { dy / divisor }
}

private struct Reciprocal: Sloped {
  static let slopeReads: SlopeReads = [.x, .y]
  let dividend: Float
  func value(_ x: Float) -> Float { dividend / x }
  /// (a/x)′ = −a/x².
  func slope(_ x: Float, _ y: Float) -> Float { -y / x }
}
