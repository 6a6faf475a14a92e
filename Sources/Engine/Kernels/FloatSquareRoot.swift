import CBLAS

extension Float {
  /// √x, correctly rounded and vectorisable; NaN below 0.
  @inline(__always)
  static func sqrt(_ x: Float) -> Float { square_root(x) }
}
