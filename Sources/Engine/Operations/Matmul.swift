extension Tensor {
  /// The product of two matrices or of two stacks of matrices: [..., m, k] by [..., k, n] gives
  /// [..., m, n].
  ///
  /// The leading dimensions of the stacks broadcast. A tensor of one dimension is a row on the left and
  /// a column on the right, and the result does not have that dimension: two of them give their inner
  /// product. Traps when the first has another number of columns than the second has rows, or when the
  /// stacks do not fit.
  public func matmul(_ other: Tensor) -> Tensor {
    let (isRow, isColumn) = (shape.count == 1, other.shape.count == 1)
    guard isRow || isColumn else { return product(other) }
    requireFit(shape, other.shape)
    let y = (isRow ? unsqueeze(0) : self).product(isColumn ? other.unsqueeze(1) : other)
    let rows = isRow ? y.shape.dropLast(2) + y.shape.suffix(1) : ArraySlice(y.shape)
    return y.reshape(Array(isColumn ? rows.dropLast() : rows))
  }

  private func product(_ other: Tensor) -> Tensor {
    requireFit(shape, other.shape)
    let stacks = Stacks(shape, other.shape)
    let y = Tensor(unwritten: stacks.shape)
    stacks.multiply(data, other.data, into: y.storage.pointer)
    return y.recorded(from: self, other) { [a = storage, b = other.storage] dy, _, inputs in
      // ∂L/∂a = ∂L/∂y · bᵀ and ∂L/∂b = aᵀ · ∂L/∂y
      inputs[0]?.receive { stacks.writeGradientA(dy, b.data, into: $0, adding: $1) }
      inputs[1]?.receive { stacks.writeGradientB(dy, a.data, into: $0, adding: $1) }
    }
  }
}

/// The product of two stacks of matrices, whose leading dimensions broadcast.
private struct Stacks {
  let shape: [Int]
  private let rows, inner, columns: Int
  /// The broadcast of the leading dimensions.
  private let stacks: Broadcast
  /// Whether a matrix of the operand is used several times, so that its gradient is a sum.
  private let repeatsA, repeatsB: Bool
  private let countA, countB: Int

  init(_ a: [Int], _ b: [Int]) {
    inner = b[b.count - 2]
    columns = b[b.count - 1]
    // A stack times a single matrix is one product of a tall matrix.
    let isTall = b.count == 2
    rows = isTall ? a.dropLast().reduce(1, *) : a[a.count - 2]
    let (stackA, stackB) = (isTall ? [] : Array(a.dropLast(2)), Array(b.dropLast(2)))
    stacks = Broadcast(stackA, stackB, "matmul")
    shape = (isTall ? a.dropLast() : stacks.shape + [rows]) + [columns]
    countA = stackA.elementCount
    countB = stackB.elementCount
    let count = stacks.shape.elementCount
    repeatsA = countA != count
    repeatsB = countB != count
  }

  func multiply(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    stacks.forEach { i, j, k in
      Matrix.multiply(
        Matrix(a, rows, inner, at: i), Matrix(b, inner, columns, at: j),
        into: y + k * rows * columns, adding: false)
    }
  }

  /// Writes or adds ∂L/∂y · bᵀ.
  func writeGradientA(
    _ dy: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into da: UnsafeMutablePointer<Float>,
    adding: Bool
  ) {
    if repeatsA && !adding { write(da, countA * rows * inner) { _ in 0 } }
    stacks.forEach { i, j, k in
      Matrix.multiply(
        Matrix(dy, rows, columns, at: k), Matrix(b, inner, columns, at: j).transposed,
        into: da + i * rows * inner, adding: adding || repeatsA)
    }
  }

  /// Writes or adds aᵀ · ∂L/∂y.
  func writeGradientB(
    _ dy: UnsafePointer<Float>, _ a: UnsafePointer<Float>, into db: UnsafeMutablePointer<Float>,
    adding: Bool
  ) {
    if repeatsB && !adding { write(db, countB * inner * columns) { _ in 0 } }
    stacks.forEach { i, j, k in
      Matrix.multiply(
        Matrix(a, rows, inner, at: i).transposed, Matrix(dy, rows, columns, at: k),
        into: db + j * inner * columns, adding: adding || repeatsB)
    }
  }
}

extension Matrix {
  /// Matrix `index` of consecutive matrices of the same size.
  fileprivate init(_ stack: UnsafePointer<Float>, _ rows: Int, _ columns: Int, at index: Int) {
    self.init(stack + index * rows * columns, rows, columns)
  }
}

private func requireFit(_ a: [Int], _ b: [Int]) {
  require(
    !a.isEmpty && !b.isEmpty, "matmul: shapes \(a) and \(b) are not both matrices or stacks")
  let (columns, rows) = (a[a.count - 1], b[max(b.count - 2, 0)])
  require(
    columns == rows,
    "matmul: shapes \(a) and \(b) do not fit: \(columns) columns against \(rows) rows")
  require(
    Broadcast.fits(a.dropLast(2), b.dropLast(2)),
    "matmul: shapes \(a) and \(b) do not fit: their leading dimensions do not broadcast")
}
