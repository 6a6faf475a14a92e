/// Σx in double precision.
///
/// Eight sums side by side, since the compiler may not reorder a single one.
func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  sum(x, count, each: { $0 })
}

/// Σx² in double precision, where the square of no float32 overflows or vanishes.
func sumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  sum(x, count, each: { $0 * $0 })
}

@inline(__always)
private func sum(
  _ x: UnsafePointer<Float>, _ count: Int, each term: (SIMD8<Double>) -> SIMD8<Double>
) -> Double {
  var total = SIMD8<Double>()
  let whole = count & ~7
  for i in stride(from: 0, to: whole, by: 8) {
    let chunk = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Float>.self)
    total += term(SIMD8<Double>(chunk))
  }
  var rest = SIMD8<Double>()
  for i in whole..<count { rest[i - whole] = Double(x[i]) }
  return (total + term(rest)).sum()
}

/// Adds every row of a matrix to `total`.
func addRows(
  of x: UnsafePointer<Float>, _ rows: Int, _ columns: Int, to total: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let x = x + row * columns
    write(total, columns, true) { x[$0] }
  }
}
