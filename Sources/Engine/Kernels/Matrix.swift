import CBLAS

/// A view of a row-major matrix in memory, or of its transpose without copying.
struct Matrix {
  let start: UnsafePointer<Float>
  let rows: Int
  let columns: Int
  /// The distance between consecutive rows in memory: more than their length if the matrix is a part of a
  /// wider one.
  private let stride: Int
  private(set) var isTransposed = false

  init(_ start: UnsafePointer<Float>, _ rows: Int, _ columns: Int, stride: Int? = nil) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.stride = stride ?? columns
  }

  var transposed: Matrix {
    var matrix = Matrix(start, columns, rows, stride: stride)
    matrix.isTransposed = !isTransposed
    return matrix
  }

  /// A view of the given rows and columns.
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
    let (down, along) = isTransposed ? (1, stride) : (stride, 1)
    var matrix = Matrix(
      start + rows.lowerBound * down + columns.lowerBound * along, rows.count, columns.count,
      stride: stride)
    matrix.isTransposed = isTransposed
    return matrix
  }

  /// Writes the product s · a · b to `target`, whose rows are `stride` apart, or adds it if `adding`.
  static func multiply(
    _ a: Matrix, _ b: Matrix, into target: UnsafeMutablePointer<Float>, stride: Int? = nil,
    scale: Float = 1, adding: Bool
  ) {
    withFastOperand(b, after: a) { b in
      MatrixTiling(a, b).forEach { part in
        part.multiply(
          a, b, into: target, stride: stride ?? b.columns, scale: scale,
          adding: adding || part.continuesSum)
      }
    }
  }

  /// Writes a · b with `row` added to each of its rows.
  ///
  /// Each band is first filled with copies of the row, which are then still in the cache.
  static func multiply(
    _ a: Matrix, _ b: Matrix, plus row: UnsafePointer<Float>,
    into target: UnsafeMutablePointer<Float>
  ) {
    withFastOperand(b, after: a) { b in
      MatrixTiling(a, b).forEach { part in
        if !part.continuesSum {
          repeatRow(
            row, b.columns, part.rows.count, into: target + part.rows.lowerBound * b.columns)
        }
        part.multiply(a, b, into: target, stride: b.columns, scale: 1, adding: true)
      }
    }
  }

  /// Calls `body` with b, copied into row-major order if that makes the product a · b faster: up to about
  /// a million multiplications OpenBLAS takes twice as long for a · bᵀ, and every band reads b again.
  private static func withFastOperand(_ b: Matrix, after a: Matrix, _ body: (Matrix) -> Void) {
    guard b.isTransposed && !a.isTransposed && a.rows >= 8 && MatrixTiling.fit(a, b) else {
      return body(b)
    }
    Storage.withTemporary(b.rows * b.columns) { copy in
      transpose(b.start, b.columns, b.rows, stride: b.stride, into: copy)
      body(Matrix(copy, b.rows, b.columns))
    }
  }

  /// Writes or adds s · a · b with a single call of OpenBLAS.
  static func multiplyWhole(
    _ a: Matrix, _ b: Matrix, into target: UnsafeMutablePointer<Float>, stride: Int, scale: Float,
    adding: Bool
  ) {
    _ = oneThread
    cblas_sgemm(
      CblasRowMajor, a.flag, b.flag,
      Int32(a.rows), Int32(b.columns), Int32(a.columns), scale,
      a.start, Int32(max(a.stride, 1)), b.start, Int32(max(b.stride, 1)),
      adding ? 1 : 0, target, Int32(max(stride, 1)))
  }

  private var flag: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }

  /// Limits OpenBLAS to one thread: with two it sums in another order, and results must not depend on the
  /// machine's load or environment.
  private static let oneThread: Void = openblas_set_num_threads(1)
}
