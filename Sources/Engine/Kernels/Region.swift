/// Numbers that lie in regular steps within a larger array: what a slice, a transposition or a part of
/// a concatenation sees of it.
///
/// Dimensions of size 1 are dropped and neighbours that one walk covers are joined, so that the
/// innermost run is as long as it can be.
struct Region {
  private struct Dimension {
    var size: Int
    var step: Int
  }

  private let start: Int
  private var run = Dimension(size: 1, step: 1)
  /// The other dimensions, from the inside out.
  private var outer: [Dimension] = []

  /// Numbers whose first stands at `start` and which lie `steps` apart, outermost dimension first.
  init(start: Int = 0, _ sizes: [Int], steps: [Int]) {
    self.start = start
    var joined: [Dimension] = []
    for (size, step) in zip(sizes, steps).reversed() where size != 1 {
      if let last = joined.last, step == last.step * last.size {
        joined[joined.count - 1].size *= size
      } else {
        joined.append(Dimension(size: size, step: step))
      }
    }
    run = joined.first ?? run
    outer = Array(joined.dropFirst())
  }

  /// Writes the region's numbers one after the other into `y`, or adds them if `adding`.
  func gather(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let step = run.step
    eachRun { place, index in
      let x = x + place
      if step == 1 {
        write(y + index, run.size, adding) { x[$0] }
      } else {
        write(y + index, run.size, adding) { x[$0 &* step] }
      }
    }
  }

  /// Writes the numbers of `y` one after the other into the region, or adds them if `adding`.
  func scatter(
    _ y: UnsafePointer<Float>, into x: UnsafeMutablePointer<Float>, adding: Bool = false
  ) {
    let step = run.step
    eachRun { place, index in
      let (x, y) = (x + place, y + index)
      if step == 1 {
        write(x, run.size, adding) { y[$0] }
      } else {
        for i in 0..<run.size { x[i &* step] = (adding ? x[i &* step] : 0) + y[i] }
      }
    }
  }

  /// Calls `body` with where each run begins: in the array, and in the row of the region's numbers.
  @inline(__always)
  private func eachRun(_ body: (_ place: Int, _ index: Int) -> Void) {
    var counts = [Int](repeating: 0, count: outer.count)
    var place = start
    for index in 0..<outer.reduce(1, { $0 * $1.size }) {
      body(place, index * run.size)
      for (level, dimension) in outer.enumerated() {
        counts[level] += 1
        place += dimension.step
        if counts[level] < dimension.size { break }
        place -= dimension.step * dimension.size
        counts[level] = 0
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
