extension Tensor {
  /// The sum of two tensors, number by number; shapes broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Sum.self, "add") }

  /// The difference of two tensors, number by number; shapes broadcast.
  public static func - (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Difference.self, "subtract") }

  /// The product of two tensors, number by number; shapes broadcast.
  ///
  /// The product of matrices is ``matmul(_:)``.
  public static func * (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Product.self, "multiply") }

  /// The quotient of two tensors, number by number; shapes broadcast.
  public static func / (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Quotient.self, "divide") }
}

private enum Sum: Pairwise {
  static func value(_ a: Float, _ b: Float) -> Float { a + b }
  static func slopes(_ a: Float, _ b: Float) -> (a: Float, b: Float) { (1, 1) }
}

private enum Difference: Pairwise {
  static func value(_ a: Float, _ b: Float) -> Float { a - b }
  static func slopes(_ a: Float, _ b: Float) -> (a: Float, b: Float) { (1, -1) }
}

private enum Product: Pairwise {
  static func value(_ a: Float, _ b: Float) -> Float { a * b }
  static func slopes(_ a: Float, _ b: Float) -> (a: Float, b: Float) { (b, a) }
}

private enum Quotient: Pairwise {
  static func value(_ a: Float, _ b: Float) -> Float { a / b }
  static func slopes(_ a: Float, _ b: Float) -> (a: Float, b: Float) { (1 / b, -a / (b * b)) }
}
