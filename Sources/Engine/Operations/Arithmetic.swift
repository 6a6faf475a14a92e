extension Tensor {
  /// The sum of two tensors, number by number; shapes broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    guard a.shape == b.shape else { return a.pair(b, Sum.self, "add") }
    let y = Tensor(unwritten: a.shape)
    write(y.storage.pointer, y.count) { [a = a.data, b = b.data] in a[$0] + b[$0] }
    return y.recorded(from: a, b) { dy, y, inputs in
      // ∂L/∂a = ∂L/∂b = ∂L/∂y
      inputs[0]?.receive(whole: y)
      inputs[1]?.receive(whole: y)
    }
  }

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
  static let slopesReadNumbers = false
  static func value(_ a: Float, _ b: Float) -> Float { a + b }
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float) {
    (dy, dy)
  }
}

private enum Difference: Pairwise {
  static let slopesReadNumbers = false
  static func value(_ a: Float, _ b: Float) -> Float { a - b }
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float) {
    (dy, -dy)
  }
}

private enum Product: Pairwise {
  static let slopesReadNumbers = true
  static func value(_ a: Float, _ b: Float) -> Float { a * b }
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float) {
    (dy * b, dy * a)
  }
}

private enum Quotient: Pairwise {
  static let slopesReadNumbers = true
  static func value(_ a: Float, _ b: Float) -> Float { a / b }
  /// 1/b and −a/b². (A b² of its own would overflow or vanish long before the quotient does.)
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float) {
    (dy / b, -dy * ((a / b) / b))
  }
}
