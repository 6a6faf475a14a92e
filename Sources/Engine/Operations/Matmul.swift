extension Tensor {
  /// The product of two matrices, or of two equally long stacks of matrices: [..., m, k] by
  /// [..., k, n] gives [..., m, n].
  ///
  /// Either operand may be a single matrix, which then meets every matrix of the other. Traps when an
  /// operand has fewer than two dimensions, when the columns of the first are not as many as the rows
  /// of the second, or when the stacks differ.
  public func matmul(_ other: Tensor) -> Tensor {
    let stacks = Stacks(shape, other.shape)
    let y = Tensor(unwritten: stacks.shape)
    stacks.multiply(data, other.data, into: y.storage.pointer)
    return y.recorded(from: [self, other]) { dy, y, inputs in
      // ∂L/∂a = ∂L/∂y · bᵀ and ∂L/∂b = aᵀ · ∂L/∂y
      let (a, b) = (inputs[0], inputs[1])
      let stacks = Stacks(a.shape, b.shape)
      a.receive { stacks.sendToA(dy, b.data, into: $0, adding: $1) }
      b.receive { stacks.sendToB(dy, a.data, into: $0, adding: $1) }
    }
  }
}

/// How two stacks of matrices meet.
private struct Stacks {
  let shape: [Int]
  private let (count, rows, inner, columns): (Int, Int, Int, Int)
  /// Whether one matrix a meets a stack, and so gathers its gradient from all of it.
  private let sharesA: Bool

  init(_ a: [Int], _ b: [Int]) {
    require(
      a.count >= 2 && b.count >= 2, "matmul: shapes \(a) and \(b) are not both matrices or stacks")
    let (k, n) = (b[b.count - 2], b[b.count - 1])
    require(
      a[a.count - 1] == k,
      "matmul: shapes \(a) and \(b) do not fit: \(a[a.count - 1]) columns against \(k) rows")
    require(
      a.count == 2 || b.count == 2 || a.dropLast(2) == b.dropLast(2),
      "matmul: shapes \(a) and \(b) do not fit: stacks of other sizes")
    (inner, columns) = (k, n)
    // A stack that meets one matrix is one tall matrix.
    let isTall = b.count == 2
    shape = (isTall ? a.dropLast() : b.dropLast(2) + [a[a.count - 2]]) + [n]
    rows = isTall ? a.dropLast().reduce(1, *) : a[a.count - 2]
    count = isTall ? 1 : b.dropLast(2).reduce(1, *)
    sharesA = a.count == 2 && !isTall
  }

  func multiply(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      Matrix.multiply(
        matrixA(a, i), matrixB(b, i), into: y + i * rows * columns, adding: false)
    }
  }

  /// Writes or adds ∂L/∂y · bᵀ.
  func sendToA(
    _ dy: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into da: UnsafeMutablePointer<Float>,
    adding: Bool
  ) {
    if sharesA && !adding { write(da, rows * inner) { _ in 0 } }
    for i in 0..<count {
      Matrix.multiply(
        matrixY(dy, i), matrixB(b, i).transposed, into: da + i * strideA, adding: adding || sharesA)
    }
  }

  /// Writes or adds aᵀ · ∂L/∂y.
  func sendToB(
    _ dy: UnsafePointer<Float>, _ a: UnsafePointer<Float>, into db: UnsafeMutablePointer<Float>,
    adding: Bool
  ) {
    for i in 0..<count {
      Matrix.multiply(
        matrixA(a, i).transposed, matrixY(dy, i), into: db + i * inner * columns, adding: adding)
    }
  }

  private var strideA: Int { sharesA ? 0 : rows * inner }

  private func matrixA(_ a: UnsafePointer<Float>, _ i: Int) -> Matrix {
    Matrix(a + i * strideA, rows, inner)
  }

  private func matrixB(_ b: UnsafePointer<Float>, _ i: Int) -> Matrix {
    Matrix(b + i * inner * columns, inner, columns)
  }

  private func matrixY(_ y: UnsafePointer<Float>, _ i: Int) -> Matrix {
    Matrix(y + i * rows * columns, rows, columns)
  }
}
