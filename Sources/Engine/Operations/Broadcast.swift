/// How two shapes meet: they are aligned at their last dimensions, and a size of 1 (or a missing
/// dimension) is repeated as often as the other shape asks.
struct Broadcast {
  let shape: [Int]
  /// Through the result, and beside it through both operands; the steps of its runs are 0 or 1.
  private var walk: Walk

  /// Traps, in the name of `operation`, when the shapes do not fit.
  init(_ a: [Int], _ b: [Int], _ operation: String) {
    if a == b {
      shape = a
      walk = Walk(a.elementCount)
      return
    }
    var (sizes, dimensions, stepA, stepB) = ([Int](), [Walk.Dimension](), 1, 1)
    for place in 1...max(a.count, b.count) {
      let (sizeA, sizeB) = (a.size(fromEnd: place), b.size(fromEnd: place))
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

  /// Writes a `value` for every number of the result, or adds it if `adding`.
  ///
  /// `value` is given where the pair stands in a and in b, and where their result stands. (A checked
  /// addition of places would keep the loops from being vectorised.)
  @inline(__always)
  func write(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool, _ value: (Int, Int, Int) -> Float
  ) {
    let run = walk.run
    walk.eachRun { a, b, y in
      switch (run.a, run.b) {
      case (0, 1): Engine.write(target + y, run.size, adding) { value(a, b &+ $0, y &+ $0) }
      case (1, 0): Engine.write(target + y, run.size, adding) { value(a &+ $0, b, y &+ $0) }
      default: Engine.write(target + y, run.size, adding) { value(a &+ $0, b &+ $0, y &+ $0) }
      }
    }
  }

  /// Adds every number of the result to that one of a which it was computed from.
  func gather(_ result: UnsafePointer<Float>, to a: UnsafeMutablePointer<Float>) {
    let run = walk.run
    walk.eachRepetition { place, y, runs in
      if run.a == 0 {
        for row in 0..<runs { a[place] += Float(sum(result + y + row * run.size, run.size)) }
      } else {
        addRows(of: result + y, runs, run.size, to: a + place)
      }
    }
  }

  /// Calls `body` with every pair's places: in a, in b and in the result.
  func forEach(_ body: (_ a: Int, _ b: Int, _ y: Int) -> Void) {
    let run = walk.run
    walk.eachRun { a, b, y in
      for i in 0..<run.size { body(a + i * run.a, b + i * run.b, y + i) }
    }
  }

  /// The same meeting with a and b exchanged.
  var swapped: Broadcast {
    var other = self
    other.walk = walk.swapped
    return other
  }
}

extension Broadcast {
  /// Whether two shapes can meet.
  static func fits(_ a: [Int], _ b: [Int]) -> Bool {
    zip(a.reversed(), b.reversed()).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
  }
}

extension [Int] {
  fileprivate func size(fromEnd place: Int) -> Int { place <= count ? self[count - place] : 1 }
}
