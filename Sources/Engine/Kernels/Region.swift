/// A strided view into a larger array: a slice, a transpose or a part of a concatenation.
struct Region {
  private let start: Int
  /// Iterates over the region's numbers together with their positions in the larger array, as a.
  private let walk: Walk

  /// The region that starts at offset `start` and has these sizes and strides, outermost dimension first.
  init(start: Int = 0, _ sizes: [Int], steps: [Int]) {
    self.start = start
    walk = Walk(zip(sizes, steps).reversed().map { Walk.Dimension(size: $0, a: $1, b: 0) })
  }

  /// Writes the region's numbers to `y` contiguously, or adds them if `adding`.
  func gather(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let (count, step) = (walk.run.size, walk.run.a)
    walk.forEachRun { offset, _, index in
      let x = x + start + offset
      if step == 1 {
        write(y + index, count, adding) { x[$0] }
      } else {
        write(y + index, count, adding) { x[$0 &* step] }
      }
    }
  }

  /// Writes the contiguous numbers of `y` to the region, or adds them if `adding`.
  func scatter(
    _ y: UnsafePointer<Float>, into x: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let (count, step) = (walk.run.size, walk.run.a)
    walk.forEachRun { offset, _, index in
      let (x, y) = (x + start + offset, y + index)
      if step == 1 {
        write(x, count, adding) { y[$0] }
      } else {
        for i in 0..<count { x[i &* step] = (adding ? x[i &* step] : 0) + y[i] }
      }
    }
  }
}

extension [Int] {
  /// The stride of each dimension of a row-major array of this shape.
  var steps: [Int] {
    var steps = [Int](repeating: 1, count: count)
    for axis in indices.dropLast().reversed() { steps[axis] = steps[axis + 1] * self[axis + 1] }
    return steps
  }
}
