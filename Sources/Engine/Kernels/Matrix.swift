import CBLAS

/// A row-major matrix in memory, or its transpose without moving a number.
struct Matrix {
  let start: UnsafePointer<Float>
  let rows: Int
  let columns: Int
  /// How far apart the rows that lie in memory begin: more than their length where the matrix is a part
  /// of a wider one.
  private let stride: Int
  private var isTransposed = false

  init(_ start: UnsafePointer<Float>, _ rows: Int, _ columns: Int, stride: Int? = nil) {
    (self.start, self.rows, self.columns) = (start, rows, columns)
    self.stride = stride ?? columns
  }

  var transposed: Matrix {
    var matrix = Matrix(start, columns, rows, stride: stride)
    matrix.isTransposed = !isTransposed
    return matrix
  }

  /// Writes the product s · a · b into `target`, whose rows begin `stride` apart, or adds it to what is
  /// there if `adding`.
  static func multiply(
    _ a: Matrix, _ b: Matrix, into target: UnsafeMutablePointer<Float>, stride: Int? = nil,
    scale: Float = 1, adding: Bool
  ) {
    _ = oneThread
    guard b.isSlow(after: a) else {
      return multiplied(a, b, target, stride ?? b.columns, scale, adding)
    }
    Storage.lend(b.rows * b.columns) { copy in
      transpose(b.start, b.columns, b.rows, stride: b.stride, into: copy)
      multiplied(
        a, Matrix(copy, b.rows, b.columns), target, stride ?? b.columns, scale, adding)
    }
  }

  private static func multiplied(
    _ a: Matrix, _ b: Matrix, _ target: UnsafeMutablePointer<Float>, _ stride: Int,
    _ scale: Float, _ adding: Bool
  ) {
    cblas_sgemm(
      CblasRowMajor, a.flag, b.flag,
      Int32(a.rows), Int32(b.columns), Int32(a.columns), scale,
      a.start, Int32(max(a.stride, 1)), b.start, Int32(max(b.stride, 1)),
      adding ? 1 : 0, target, Int32(max(stride, 1)))
  }

  private var flag: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }

  /// Whether OpenBLAS takes twice as long for a · b as for the same with b's numbers moved to where the
  /// product reads them: so for a · bᵀ up to about a million multiplications.
  private func isSlow(after a: Matrix) -> Bool {
    isTransposed && !a.isTransposed && a.rows >= 8 && a.rows * rows * columns <= 1_000_000
  }

  /// OpenBLAS sums in another order with two threads than with one, and results must not depend on the
  /// machine's load or environment.
  private static let oneThread: Void = openblas_set_num_threads(1)
}
