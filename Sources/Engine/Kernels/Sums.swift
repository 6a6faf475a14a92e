/// Σx in double precision.
///
/// Eight sums side by side, since the compiler may not reorder a single one.
func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  sum(x, count, each: { $0 })
}

/// Σx² to six digits or more, whatever its size: the square of no float32 overflows or vanishes.
///
/// Blocks are summed in float32, three times as fast, and their sums in double; a block that may have
/// left float32's range is summed once more, in double from the start.
func sumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Double {
  let (block, whole) = (1024, count & ~63)
  var total = whole == count ? 0 : sum(x + whole, count - whole, each: { $0 * $0 })
  for start in stride(from: 0, to: whole, by: block) {
    let size = min(block, whole - start)
    let quick = quickSumOfSquares(x + start, size)
    // Squares that vanished are no part of a sum above 2⁻⁶⁰; a NaN is in no range.
    let isSafe = (0x1p-60...0x1p100).contains(quick)
    total += isSafe ? Double(quick) : sum(x + start, size, each: { $0 * $0 })
  }
  return total
}

/// Σx² in float32 of a multiple of 64 numbers.
private func quickSumOfSquares(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
  @inline(__always) func square(_ place: Int) -> SIMD16<Float> {
    let chunk = UnsafeRawPointer(x + place).loadUnaligned(as: SIMD16<Float>.self)
    return chunk * chunk
  }
  var (a, b, c, d) = (square(0), square(16), square(32), square(48))
  for place in stride(from: 64, to: count, by: 64) {
    a += square(place)
    b += square(place &+ 16)
    c += square(place &+ 32)
    d += square(place &+ 48)
  }
  let total = (a + b) + (c + d)
  return folded(total.lowHalf + total.highHalf)
}

/// Four times eight sums side by side: one alone would wait for each addition to end before the next.
@inline(__always)
private func sum(
  _ x: UnsafePointer<Float>, _ count: Int, each term: (SIMD8<Double>) -> SIMD8<Double>
) -> Double {
  @inline(__always) func chunk(_ place: Int) -> SIMD8<Double> {
    term(SIMD8<Double>(UnsafeRawPointer(x + place).loadUnaligned(as: SIMD8<Float>.self)))
  }
  var (a, b, c, d) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
  var place = 0
  while place &+ 32 <= count {
    a += chunk(place)
    b += chunk(place &+ 8)
    c += chunk(place &+ 16)
    d += chunk(place &+ 24)
    place &+= 32
  }
  while place &+ 8 <= count {
    a += chunk(place)
    place &+= 8
  }
  var rest = SIMD8<Double>()
  for i in place..<count { rest[i - place] = Double(x[i]) }
  return folded((a + b) + (c + d) + term(rest))
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
///
/// Of many rows, blocks are summed apart: to a float32 sum of millions nothing small is added any more.
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
  Storage.lend(columns) { part in
    for row in stride(from: 0, to: rows, by: block) {
      write(part, columns) { _ in 0 }
      addRows(of: x + row * columns, min(block, rows - row), columns, to: part)
      write(total, columns, true) { part[$0] }
    }
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
