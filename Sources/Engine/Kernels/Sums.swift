/// Σx in double precision.
///
/// Eight partial sums in parallel, since the compiler cannot reorder a single sum.
func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  sum(x, count, each: { $0 })
}

/// Σx² to at least six digits for all magnitudes: the square of a float32 does not overflow or underflow
/// in double.
///
/// Blocks are summed in float32, which is three times as fast, and their sums in double; a block whose
/// sum can have left float32's range is summed again in double.
func sumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  let (block, whole) = (1024, count & ~63)
  var total = whole == count ? 0 : sum(x + whole, count - whole, each: { $0 * $0 })
  for start in stride(from: 0, to: whole, by: block) {
    let size = min(block, whole - start)
    let quick = quickSumOfSquares(x + start, size)
    // Squares that underflow do not affect a sum above 2⁻⁶⁰; a range never contains NaN.
    let isSafe = (0x1p-60...0x1p100).contains(quick)
    total += isSafe ? Double(quick) : sum(x + start, size, each: { $0 * $0 })
  }
  return total
}

/// Σx² in float32; `count` is a multiple of 64.
private func quickSumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
  @inline(__always) func square(_ offset: Int) -> SIMD16<Float> {
    let chunk = UnsafeRawPointer(x + offset).loadUnaligned(as: SIMD16<Float>.self)
    return chunk * chunk
  }
  var (a, b, c, d) = (square(0), square(16), square(32), square(48))
  for offset in stride(from: 64, to: count, by: 64) {
    a += square(offset)
    b += square(offset &+ 16)
    c += square(offset &+ 32)
    d += square(offset &+ 48)
  }
  let total = (a + b) + (c + d)
  return folded(total.lowHalf + total.highHalf)
}

/// Four times eight partial sums in parallel: a single sum would wait for each addition to finish.
@inline(__always)
private func sum(
  _ x: UnsafePointer<Float>, _ count: Int, each term: (SIMD8<Double>) -> SIMD8<Double>
) -> Double {
  @inline(__always) func chunk(_ offset: Int) -> SIMD8<Double> {
    term(SIMD8<Double>(UnsafeRawPointer(x + offset).loadUnaligned(as: SIMD8<Float>.self)))
  }
  var (a, b, c, d) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
  var offset = 0
  while offset &+ 32 <= count {
    a += chunk(offset)
    b += chunk(offset &+ 8)
    c += chunk(offset &+ 16)
    d += chunk(offset &+ 24)
    offset &+= 32
  }
  while offset &+ 8 <= count {
    a += chunk(offset)
    offset &+= 8
  }
  var rest = SIMD8<Double>()
  for i in offset..<count { rest[i - offset] = Double(x[i]) }
  return folded((a + b) + (c + d) + term(rest))
}

/// Σx of a run short enough for sixteen partial sums in float32: an image, not a data set.
///
/// Loads are not wider than the stores that have just written the run, since wider ones would stall.
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
///
/// Many rows are summed in blocks: a small number added to a float32 sum of millions would be lost.
func addRows(
  of x: UnsafePointer<Float>, _ rows: Int, _ columns: Int, to total: UnsafeMutablePointer<Float>
) {
  let block = 4096
  guard rows > block else {
    for row in 0..<rows {
      let x = x + row * columns
      write(total, columns, true) { x[$0] }
    }
    return
  }
  Storage.withTemporary(columns) { part in
    for row in stride(from: 0, to: rows, by: block) {
      write(part, columns) { _ in 0 }
      addRows(of: x + row * columns, min(block, rows - row), columns, to: part)
      write(total, columns, true) { part[$0] }
    }
  }
}

/// The greatest number, −∞ for a count of 0; sixteen partial maxima in parallel, as for the sums.
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

/// The sum of eight lanes by halving: `sum()` would add them one after the other.
@inline(__always)
private func folded<Number: FloatingPoint & SIMDScalar>(_ x: SIMD8<Number>) -> Number {
  let four = x.lowHalf + x.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
