/// Numbers that lie in regular steps within a larger array: what a slice, a transposition or a part of
/// a concatenation sees of it.
struct Region {
  private let start: Int
  /// Through the region's numbers one after the other, and beside them through the larger array as a.
  private let walk: Walk

  /// Numbers whose first stands at `start` and which lie `steps` apart, outermost dimension first.
  init(start: Int = 0, _ sizes: [Int], steps: [Int]) {
    self.start = start
    walk = Walk(zip(sizes, steps).reversed().map { Walk.Dimension(size: $0, a: $1, b: 0) })
  }

  /// Writes the region's numbers one after the other into `y`, or adds them if `adding`.
  func gather(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let (count, step) = (walk.run.size, walk.run.a)
    walk.eachRun { place, _, index in
      let x = x + start + place
      if step == 1 {
        write(y + index, count, adding) { x[$0] }
      } else {
        write(y + index, count, adding) { x[$0 &* step] }
      }
    }
  }

  /// Writes the numbers of `y` one after the other into the region, or adds them if `adding`.
  func scatter(
    _ y: UnsafePointer<Float>, into x: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let (count, step) = (walk.run.size, walk.run.a)
    walk.eachRun { place, _, index in
      let (x, y) = (x + start + place, y + index)
      if step == 1 {
        write(x, count, adding) { y[$0] }
      } else {
        for i in 0..<count { x[i &* step] = (adding ? x[i &* step] : 0) + y[i] }
      }
    }
  }
}

extension [Int] {
  /// How far apart neighbours along each dimension of a row-major array of this shape lie.
  var steps: [Int] {
    var steps = [Int](repeating: 1, count: count)
    for place in indices.dropLast().reversed() { steps[place] = steps[place + 1] * self[place + 1] }
    return steps
  }
}
