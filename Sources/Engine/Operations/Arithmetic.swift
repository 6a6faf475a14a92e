extension Tensor {
  /// The element-wise sum a + b; shapes broadcast.
  ///
  /// Traps when they do not fit.
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

  /// The element-wise difference a − b; shapes broadcast.
  ///
  /// Traps when they do not fit.
  public static func - (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Difference.self, "subtract") }

  /// The element-wise product a·b; shapes broadcast.
  ///
  /// Traps when they do not fit.
  ///
  /// For the product of matrices see ``matmul(_:)``.
  public static func * (a: Tensor, b: Tensor) -> Tensor { a.pair(b, Product.self, "multiply") }

  /// The element-wise quotient a/b; shapes broadcast.
  ///
  /// Traps when they do not fit.
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
  /// 1/b and −a/b². (b² alone would overflow or underflow before the quotient does.)
  static func gradients(_ dy: Float, _ a: Float, _ b: Float) -> (a: Float, b: Float) {
    (dy / b, -dy * ((a / b) / b))
  }
}
