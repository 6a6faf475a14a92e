/// Element-wise comparisons: 1 where they hold, else 0. Shapes broadcast, and they trap when they do not
/// fit; no gradient passes through the result.
extension Tensor {
  /// 1 where a number of `a` is less than `b`'s.
  public static func .< (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".<") { $0 < $1 } }

  /// 1 where a number of `a` is less than `b`'s or equal to it.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".<=") { $0 <= $1 } }

  /// 1 where a number of `a` is greater than `b`'s.
  public static func .> (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".>") { $0 > $1 } }

  /// 1 where a number of `a` is greater than `b`'s or equal to it.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".>=") { $0 >= $1 } }

  /// 1 where both numbers are equal.
  public static func .== (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".==") { $0 == $1 } }

  /// 1 where the numbers differ.
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { a.mask(b, ".!=") { $0 != $1 } }

  /// 1 where a number is less than `b`.
  public static func .< (a: Tensor, b: Float) -> Tensor { a .< Tensor(b) }

  /// 1 where a number is less than `b` or equal to it.
  public static func .<= (a: Tensor, b: Float) -> Tensor { a .<= Tensor(b) }

  /// 1 where a number is greater than `b`.
  public static func .> (a: Tensor, b: Float) -> Tensor { a .> Tensor(b) }

  /// 1 where a number is greater than `b` or equal to it.
  public static func .>= (a: Tensor, b: Float) -> Tensor { a .>= Tensor(b) }

  /// 1 where a number is `b`.
  public static func .== (a: Tensor, b: Float) -> Tensor { a .== Tensor(b) }

  /// 1 where a number is not `b`.
  public static func .!= (a: Tensor, b: Float) -> Tensor { a .!= Tensor(b) }

  @inline(__always)
  private func mask(
    _ other: Tensor, _ operation: String, _ holds: (Float, Float) -> Bool
  ) -> Tensor {
    let broadcast = Broadcast(shape, other.shape, operation)
    let y = Tensor(unwritten: broadcast.shape)
    let (a, b) = (data, other.data)
    broadcast.write(y.storage.pointer, false) { i, j, _ in holds(a[i], b[j]) ? 1 : 0 }
    return y
  }
}
