/// Writes the transpose of a row-major matrix whose rows are `stride` apart.
///
/// Blocks of eight by eight are transposed in registers, the rest element by element. Four blocks below
/// each other are written in succession, since together they fill whole cache lines.
func transpose(
  _ x: UnsafePointer<Float>, _ rows: Int, _ columns: Int, stride: Int,
  into y: UnsafeMutablePointer<Float>
) {
  let (wholeRows, wholeColumns) = (rows & ~7, columns & ~7)
  for band in Swift.stride(from: 0, to: wholeRows, by: 32) {
    for column in Swift.stride(from: 0, to: wholeColumns, by: 8) {
      for row in Swift.stride(from: band, to: min(band + 32, wholeRows), by: 8) {
        transposeSquare(
          x + row * stride + column, stride, into: y + column * rows + row, rows)
      }
    }
  }
  for row in 0..<rows {
    for column in (row < wholeRows ? wholeColumns : 0)..<columns {
      y[column &* rows &+ row] = x[row &* stride &+ column]
    }
  }
}

/// Transposes eight by eight numbers: three rounds of interleaving row i with row i + 4 move every number
/// to its place.
@inline(__always)
private func transposeSquare(
  _ x: UnsafePointer<Float>, _ xStride: Int, into y: UnsafeMutablePointer<Float>, _ yStride: Int
) {
  typealias Row = SIMD8<Float>
  func row(_ i: Int) -> Row { UnsafeRawPointer(x + i * xStride).loadUnaligned(as: Row.self) }
  func store(_ value: Row, _ i: Int) {
    UnsafeMutableRawPointer(y + i * yStride).storeBytes(of: value, as: Row.self)
  }
  func shuffled(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> Row {
    var row = Row()
    row.evenHalf = a
    row.oddHalf = b
    return row
  }
  func low(_ a: Row, _ b: Row) -> Row { shuffled(a.lowHalf, b.lowHalf) }
  func high(_ a: Row, _ b: Row) -> Row { shuffled(a.highHalf, b.highHalf) }
  var (a, b, c, d) = (row(0), row(1), row(2), row(3))
  var (e, f, g, h) = (row(4), row(5), row(6), row(7))
  for _ in 0..<3 {
    (a, b, c, d, e, f, g, h) = (
      low(a, e), high(a, e), low(b, f), high(b, f), low(c, g), high(c, g), low(d, h), high(d, h)
    )
  }
  store(a, 0)
  store(b, 1)
  store(c, 2)
  store(d, 3)
  store(e, 4)
  store(f, 5)
  store(g, 6)
  store(h, 7)
}
