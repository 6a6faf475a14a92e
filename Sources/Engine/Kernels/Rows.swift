import Glibc

/// Rows of numbers that lie `inner` apart within a row: what a softmax along any dimension sees.
struct Rows {
  let (outer, size, inner): (Int, Int, Int)

  /// The rows along dimension `place` of a tensor of `shape`.
  init(_ shape: [Int], along place: Int) { (outer, size, inner) = shape.split(at: place) }

  var count: Int { outer * inner }
  var numbers: Int { outer * size * inner }

  /// Writes x less its row's greatest number: the same softmax, whose exponentials cannot overflow.
  func shift(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    for row in 0..<count {
      let (x, y) = (x + start(row), y + start(row))
      let greatest = greatest(x)
      if inner == 1 {
        write(y, size) { x[$0] - greatest }
      } else {
        for i in 0..<size { y[i &* inner] = x[i &* inner] - greatest }
      }
    }
  }

  /// Writes softmax(x) = eˣ/Σeˣ.
  func softmax(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    shift(x, into: y)
    write(y, numbers) { .exp(y[$0]) }
    for row in 0..<count {
      let y = y + start(row)
      let scale = Float(1 / sum(y))
      if inner == 1 {
        write(y, size) { y[$0] * scale }
      } else {
        for i in 0..<size { y[i &* inner] *= scale }
      }
    }
  }

  /// Writes log softmax(x) = x − log Σeˣ.
  func logSoftmax(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>) {
    shift(x, into: y)
    Storage.lend(numbers) { exponentials in
      write(exponentials, numbers) { .exp(y[$0]) }
      for row in 0..<count {
        let (y, logSum) = (y + start(row), Float(log(sum(exponentials + start(row)))))
        for i in 0..<size { y[i &* inner] -= logSum }
      }
    }
  }

  /// The greatest number of the row that begins at `x`.
  private func greatest(_ x: UnsafePointer<Float>) -> Float {
    if inner == 1 { return Engine.greatest(x, size) }
    var greatest = -Float.infinity
    for i in 0..<size { greatest = max(greatest, x[i &* inner]) }
    return greatest
  }

  /// Σ of the row that begins at `x`.
  func sum(_ x: UnsafePointer<Float>) -> Double {
    if inner == 1 { return Engine.sum(x, size) }
    var total = 0.0
    for i in 0..<size { total += Double(x[i &* inner]) }
    return total
  }

  /// Where a row begins.
  func start(_ row: Int) -> Int { row / inner * size * inner + row % inner }
}
