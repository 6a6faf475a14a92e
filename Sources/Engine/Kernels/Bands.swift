/// How a product a · b is cut into smaller ones.
///
/// OpenBLAS copies the operands of a product into an order of its own before it begins. Up to a million
/// multiplications its kernels for AVX-512 do without, and the whole goes up to a third faster in
/// such pieces: bands of a's rows, all of b beside each, or for a transposed a (a weight's gradient,
/// which is a sum over all rows of a batch) blocks of a few rows and a part of the sum.
struct Bands {
  /// One of the smaller products: some rows of a and some columns of them, all of b's columns.
  struct Part {
    let rows, inner: Range<Int>
    /// Whether the product adds to what another part has begun.
    var isLater: Bool { inner.lowerBound > 0 }

    /// Writes or adds this part of s · a · b into `target`, where the whole product lies.
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
  /// How many rows and how long a part of the sum a piece has.
  private let height, depth: Int

  init(_ a: Matrix, _ b: Matrix) {
    rows = a.rows
    inner = a.columns
    (height, depth) = Self.size(a, b) ?? (rows, inner)
  }

  /// Whether the product is small or can be cut into small ones.
  static func fit(_ a: Matrix, _ b: Matrix) -> Bool { isSmall(a, b) || size(a, b) != nil }

  /// Calls `body` with every part, those that begin a sum before those that add to it.
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

  /// The most multiplications that OpenBLAS makes without copying.
  private static let limit = 1_000_000

  private static func isSmall(_ a: Matrix, _ b: Matrix) -> Bool {
    a.rows * a.columns * b.columns <= limit
  }

  /// The size of a piece; `nil` where there is nothing to gain.
  private static func size(_ a: Matrix, _ b: Matrix) -> (Int, Int)? {
    guard !isSmall(a, b), BLAS.multipliesInPlace else { return nil }
    if a.isTransposed {
      let depth = min(powerOfTwo(within: limit / (32 * b.columns)), 128)
      return depth < 32 || b.isTransposed ? nil : (32, depth)
    }
    let height = powerOfTwo(within: limit / (a.columns * b.columns))
    return height < 8 ? nil : (height, a.columns)
  }

  /// The greatest power of two up to `number`, 0 if there is none.
  private static func powerOfTwo(within number: Int) -> Int {
    number < 1 ? 0 : 1 << (Int.bitWidth - 1 - number.leadingZeroBitCount)
  }
}
