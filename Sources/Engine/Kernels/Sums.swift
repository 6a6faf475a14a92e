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
  return folded(total + term(rest))
}

/// Σx of a run that is short enough for sixteen float32 sums side by side: an image, not a data set.
///
/// Loads are no wider than the stores that have just filled the run, or they would wait for them.
func shortSum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
  var (even, odd, rest) = (SIMD8<Float>(), SIMD8<Float>(), Float(0))
  let whole = count & ~15
  for i in stride(from: 0, to: whole, by: 16) {
    even += UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Float>.self)
    odd += UnsafeRawPointer(x + i + 8).loadUnaligned(as: SIMD8<Float>.self)
  }
  for i in whole..<count { rest += x[i] }
  return folded(even + odd) + rest
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

/// The greatest number, −∞ if there is none; sixteen side by side, as with the sums.
func greatest(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
  var greatest = -Float.infinity
  let whole = count & ~15
  if whole > 0 {
    var lanes = UnsafeRawPointer(x).loadUnaligned(as: SIMD16<Float>.self)
    for i in stride(from: 16, to: whole, by: 16) {
      let chunk = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD16<Float>.self)
      lanes.replace(with: chunk, where: chunk .> lanes)
    }
    greatest = lanes.max()
  }
  for i in whole..<count { greatest = max(greatest, x[i]) }
  return greatest
}

/// The sum of eight lanes by halves: `sum()` would add one after the other.
@inline(__always)
private func folded<Number: FloatingPoint & SIMDScalar>(_ x: SIMD8<Number>) -> Number {
  let four = x.lowHalf + x.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
