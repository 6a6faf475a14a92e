/// Merges all dimensions except the first into one: a batch of images becomes a batch of rows.
///
/// Shapes: x [n, ...], y [n, product of the others].
public struct Flatten: Module {
  /// A layer that flattens.
  public init() {}

  /// `x` with two dimensions.
  ///
  /// Traps on fewer than two dimensions.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.flatten(from: 1) }
}

extension Module where Self == Flatten {
  /// A layer that merges all dimensions except the first into one.
  public static var flatten: Flatten { Flatten() }
}
