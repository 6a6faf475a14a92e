import CBLAS

extension Float {
  /// √x, exactly rounded, also in loops that are to be vectorised; NaN below 0.
  @inline(__always)
  static func sqrt(_ x: Float) -> Float { square_root(x) }
}
