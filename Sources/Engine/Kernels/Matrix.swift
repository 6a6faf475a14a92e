import CBLAS

/// A row-major matrix in memory, or its transpose without moving a number.
struct Matrix {
  let start: UnsafePointer<Float>
  let rows: Int
  let columns: Int
  private var isTransposed = false

  init(_ start: UnsafePointer<Float>, _ rows: Int, _ columns: Int) {
    (self.start, self.rows, self.columns) = (start, rows, columns)
  }

  var transposed: Matrix {
    var matrix = Matrix(start, columns, rows)
    matrix.isTransposed = !isTransposed
    return matrix
  }

  /// Writes the product a · b into `target`, or adds it to what is there if `adding`.
  static func multiply(
    _ a: Matrix, _ b: Matrix, into target: UnsafeMutablePointer<Float>, adding: Bool
  ) {
    _ = oneThread
    cblas_sgemm(
      CblasRowMajor, a.flag, b.flag,
      Int32(a.rows), Int32(b.columns), Int32(a.columns),
      1, a.start, a.stride, b.start, b.stride, adding ? 1 : 0, target, Int32(max(b.columns, 1)))
  }

  private var flag: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }

  /// How far apart rows lie in memory; OpenBLAS refuses 0 even where there is nothing to read.
  private var stride: Int32 { Int32(max(isTransposed ? rows : columns, 1)) }

  /// OpenBLAS sums in another order with two threads than with one, and results must not depend on the
  /// machine's load or environment.
  private static let oneThread: Void = openblas_set_num_threads(1)
}
