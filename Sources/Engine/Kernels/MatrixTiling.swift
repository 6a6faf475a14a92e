/// The division of a product a · b into smaller ones.
///
/// OpenBLAS first copies the operands of a product into its own order. Its kernels for AVX-512 do not
/// copy up to a million multiplications, and a large product is up to a third faster in parts of that
/// size: bands of a's rows, each times all of b, or for a transposed a (a weight's gradient, which is a
/// sum over all rows of a batch) blocks of a few rows and a part of the sum.
struct MatrixTiling {
  /// One of the smaller products: a range of rows and columns of a times all columns of b.
  struct Part {
    let rows, inner: Range<Int>
    /// Whether the product is added to that of an earlier part.
    var continuesSum: Bool { inner.lowerBound > 0 }

    /// Writes or adds this part of s · a · b to `target`, which holds the whole product.
    func multiply(
      _ a: Matrix, _ b: Matrix, into target: UnsafeMutablePointer<Float>, stride: Int,
      scale: Float, adding: Bool
    ) {
      Matrix.multiplyWhole(
        a.part(rows, inner), b.part(inner, 0..<b.columns),
        into: target + rows.lowerBound * stride, stride: stride, scale: scale, adding: adding)
    }
  }

  private let rows, inner: Int
  /// The number of rows of a part, and the number of terms of its sums.
  private let height, depth: Int

  init(_ a: Matrix, _ b: Matrix) {
    rows = a.rows
    inner = a.columns
    (height, depth) = Self.size(a, b) ?? (rows, inner)
  }

  /// Whether the product is small or can be divided into small ones.
  static func fit(_ a: Matrix, _ b: Matrix) -> Bool { isSmall(a, b) || size(a, b) != nil }

  /// Calls `body` with every part; parts that begin a sum come before those that continue it.
  @inline(__always)
  func forEach(_ body: (Part) -> Void) {
    guard height < rows || depth < inner else {
      return body(Part(rows: 0..<rows, inner: 0..<inner))
    }
    for from in stride(from: 0, to: inner, by: depth) {
      for top in stride(from: 0, to: rows, by: height) {
        body(
          Part(rows: top..<min(top + height, rows), inner: from..<min(from + depth, inner)))
      }
    }
  }

  /// The number of multiplications up to which OpenBLAS does not copy the operands.
  private static let limit = 1_000_000

  private static func isSmall(_ a: Matrix, _ b: Matrix) -> Bool {
    a.rows * a.columns * b.columns <= limit
  }

  /// The size of a part; `nil` where dividing does not pay.
  private static func size(_ a: Matrix, _ b: Matrix) -> (Int, Int)? {
    guard !isSmall(a, b), BLAS.multipliesInPlace else { return nil }
    if a.isTransposed {
      let depth = min(powerOfTwo(within: limit / (32 * b.columns)), 128)
      return depth < 32 || b.isTransposed ? nil : (32, depth)
    }
    let height = powerOfTwo(within: limit / (a.columns * b.columns))
    return height < 8 ? nil : (height, a.columns)
  }

  /// The greatest power of two up to `number`; 0 if `number` is less than 1.
  private static func powerOfTwo(within number: Int) -> Int {
    number < 1 ? 0 : 1 << (Int.bitWidth - 1 - number.leadingZeroBitCount)
  }
}
