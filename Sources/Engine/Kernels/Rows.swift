import Glibc

/// A tensor viewed as rows along one dimension, for softmax; the numbers of a row are `inner` apart.
struct Rows {
  let outer, size, inner: Int

  /// The rows along dimension `axis` of a tensor of `shape`.
  init(_ shape: [Int], along axis: Int) { (outer, size, inner) = shape.split(at: axis) }

  var count: Int { outer * inner }
  var numbers: Int { outer * size * inner }

  /// Writes x minus its row's maximum: the softmax is the same, and its exponentials cannot overflow.
  func shift(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    for row in 0..<count {
      let greatest = greatest(x + start(row))
      write(y, row) { x[$0] - greatest }
    }
  }

  /// Writes softmax(x) = eˣ/Σeˣ.
  func softmax(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    shift(x, into: y)
    Engine.write(y, numbers) { .exp(y[$0]) }
    for row in 0..<count {
      let scale = Float(1 / sum(y + start(row)))
      write(y, row) { y[$0] * scale }
    }
  }

  /// Writes log softmax(x) = x − log Σeˣ.
  func logSoftmax(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    shift(x, into: y)
    Storage.withTemporary(numbers) { exponentials in
      Engine.write(exponentials, numbers) { .exp(y[$0]) }
      for row in 0..<count {
        let logSum = Float(log(sum(exponentials + start(row))))
        write(y, row) { y[$0] - logSum }
      }
    }
  }

  /// Writes or adds a value, computed from its offset, for every number of a row.
  @inline(__always)
  func write(
    _ y: UnsafeMutablePointer<Float>, _ row: Int, _ adding: Bool = false,
    _ value: (_ offset: Int) -> Float
  ) {
    let first = start(row)
    if inner == 1 { return Engine.write(y + first, size, adding) { value(first &+ $0) } }
    for i in stride(from: first, to: first + size * inner, by: inner) {
      y[i] = adding ? y[i] + value(i) : value(i)
    }
  }

  /// The greatest number of the row that starts at `x`.
  private func greatest(_ x: UnsafePointer<Float>) -> Float {
    if inner == 1 { return Engine.greatest(x, size) }
    var greatest = -Float.infinity
    for i in 0..<size { greatest = max(greatest, x[i &* inner]) }
    return greatest
  }

  /// The sum of the row that starts at `x`.
  func sum(_ x: UnsafePointer<Float>) -> Double {
    if inner == 1 { return Engine.sum(x, size) }
    var total = 0.0
    for i in 0..<size { total += Double(x[i &* inner]) }
    return total
  }

  /// The offset of a row.
  func start(_ row: Int) -> Int { row / inner * size * inner + row % inner }
}
