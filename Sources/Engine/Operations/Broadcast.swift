/// The broadcast of two shapes: they are aligned at their last dimensions, and a size of 1 (or a missing
/// dimension) is repeated to match the other shape.
struct Broadcast {
  let shape: [Int]
  /// Iterates over the result together with both operands; the strides of its runs are 0 or 1.
  private var walk: Walk

  /// Traps with a message that names `operation` when the shapes do not fit.
  init(_ a: [Int], _ b: [Int], _ operation: String) {
    if a == b {
      shape = a
      walk = Walk(a.elementCount)
      return
    }
    var (sizes, dimensions, stepA, stepB) = ([Int](), [Walk.Dimension](), 1, 1)
    for axis in 1...max(a.count, b.count) {
      let (sizeA, sizeB) = (a.size(fromEnd: axis), b.size(fromEnd: axis))
      require(
        sizeA == sizeB || sizeA == 1 || sizeB == 1,
        "\(operation): shapes \(a) and \(b) do not fit: \(sizeA) against \(sizeB)")
      sizes.append(sizeA == 1 ? sizeB : sizeA)
      dimensions.append(
        .init(
          size: sizeA == 1 ? sizeB : sizeA, a: sizeA == 1 ? 0 : stepA, b: sizeB == 1 ? 0 : stepB))
      stepA *= sizeA
      stepB *= sizeB
    }
    shape = sizes.reversed()
    walk = Walk(dimensions)
  }

  /// Writes `value` for every number of the result, or adds it if `adding`.
  ///
  /// `value` receives the offsets of the pair in a and in b, and of its result. (Checked additions of
  /// offsets would prevent vectorisation.)
  @inline(__always)
  func write(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool, _ value: (Int, Int, Int) -> Float
  ) {
    let run = walk.run
    walk.forEachRun { a, b, y in
      switch (run.a, run.b) {
      case (0, 1): Engine.write(target + y, run.size, adding) { value(a, b &+ $0, y &+ $0) }
      case (1, 0): Engine.write(target + y, run.size, adding) { value(a &+ $0, b, y &+ $0) }
      default: Engine.write(target + y, run.size, adding) { value(a &+ $0, b &+ $0, y &+ $0) }
      }
    }
  }

  /// Adds every number of the result to the number of a that it was computed from.
  func gather(_ result: UnsafePointer<Float>, to a: UnsafeMutablePointer<Float>) {
    let run = walk.run
    walk.forEachRepetition { offset, y, runs in
      if run.a == 0 {
        for row in 0..<runs { a[offset] += Float(sum(result + y + row * run.size, run.size)) }
      } else {
        addRows(of: result + y, runs, run.size, to: a + offset)
      }
    }
  }

  /// Calls `body` with the offsets of every pair: in a, in b and in the result.
  func forEach(_ body: (_ a: Int, _ b: Int, _ y: Int) -> Void) {
    let run = walk.run
    walk.forEachRun { a, b, y in
      for i in 0..<run.size { body(a + i * run.a, b + i * run.b, y + i) }
    }
  }

  /// The same broadcast with a and b exchanged.
  var swapped: Broadcast {
    var other = self
    other.walk = walk.swapped
    return other
  }
}

extension Broadcast {
  /// Whether two shapes can be broadcast to each other.
  static func fits(_ a: [Int], _ b: [Int]) -> Bool {
    zip(a.reversed(), b.reversed()).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
  }
}

extension [Int] {
  fileprivate func size(fromEnd axis: Int) -> Int { axis <= count ? self[count - axis] : 1 }
}
