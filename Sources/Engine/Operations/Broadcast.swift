/// How two shapes meet: they are aligned at their last dimensions, and a size of 1 (or a missing
/// dimension) is repeated as often as the other shape asks.
///
/// Neighbouring dimensions that both operands walk through alike are joined, so that equal shapes are
/// one long run.
struct Broadcast {
  /// A dimension of the result and how far a step along it takes either operand: 0 if it is repeated.
  fileprivate struct Dimension {
    var size: Int
    var a: Int
    var b: Int
  }

  let shape: [Int]
  /// The innermost dimension, whose steps are 0 or 1.
  private var run: Dimension
  /// The other dimensions, from the inside out.
  private var outer: ArraySlice<Dimension> = []

  /// Traps, in the name of `operation`, when the shapes do not fit.
  init(_ a: [Int], _ b: [Int], _ operation: String) {
    if a == b {
      shape = a
      run = Dimension(size: a.elementCount, a: 1, b: 1)
      return
    }
    var (sizes, dimensions, stepA, stepB) = ([Int](), [Dimension](), 1, 1)
    for place in 1...max(a.count, b.count) {
      let (sizeA, sizeB) = (a.size(fromEnd: place), b.size(fromEnd: place))
      require(
        sizeA == sizeB || sizeA == 1 || sizeB == 1,
        "\(operation): shapes \(a) and \(b) do not fit: \(sizeA) against \(sizeB)")
      sizes.append(sizeA == 1 ? sizeB : sizeA)
      dimensions.join(
        Dimension(
          size: sizeA == 1 ? sizeB : sizeA, a: sizeA == 1 ? 0 : stepA, b: sizeB == 1 ? 0 : stepB))
      (stepA, stepB) = (stepA * sizeA, stepB * sizeB)
    }
    shape = sizes.reversed()
    run = dimensions.first ?? Dimension(size: 1, a: 1, b: 1)
    outer = dimensions.dropFirst()
  }

  /// Writes a `value` for every number of the result, or adds it if `adding`.
  ///
  /// `value` is given where the pair stands in a and in b, and where their result stands. (A checked
  /// addition of places would keep the loops from being vectorised.)
  @inline(__always)
  func write(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool, _ value: (Int, Int, Int) -> Float
  ) {
    eachRun { a, b, y in
      switch (run.a, run.b) {
      case (0, 1): Engine.write(target + y, run.size, adding) { value(a, b &+ $0, y &+ $0) }
      case (1, 0): Engine.write(target + y, run.size, adding) { value(a &+ $0, b, y &+ $0) }
      default: Engine.write(target + y, run.size, adding) { value(a &+ $0, b &+ $0, y &+ $0) }
      }
    }
  }

  /// Adds every number of the result to that one of a which it was computed from.
  func gather(_ result: UnsafePointer<Float>, to a: UnsafeMutablePointer<Float>) {
    eachRun { place, _, y in
      if run.a == 0 {
        a[place] += Float(sum(result + y, run.size))
      } else {
        Engine.write(a + place, run.size, true) { result[y &+ $0] }
      }
    }
  }

  /// Calls `body` with every pair's places: in a, in b and in the result.
  func forEach(_ body: (_ a: Int, _ b: Int, _ y: Int) -> Void) {
    eachRun { a, b, y in
      for i in 0..<run.size { body(a + i * run.a, b + i * run.b, y + i) }
    }
  }

  /// The same meeting with a and b exchanged.
  var swapped: Broadcast {
    var other = self
    other.run = run.swapped
    other.outer = ArraySlice(outer.map(\.swapped))
    return other
  }

  /// Calls `body` with where each run begins: in a, in b and in the result.
  @inline(__always)
  private func eachRun(_ body: (_ a: Int, _ b: Int, _ y: Int) -> Void) {
    var place = Place(dimensions: outer)
    for index in 0..<outer.reduce(1, { $0 * $1.size }) {
      body(place.a, place.b, index * run.size)
      place.advance(through: outer)
    }
  }
}

extension Broadcast {
  /// Whether two shapes can meet.
  static func fits(_ a: [Int], _ b: [Int]) -> Bool {
    zip(a.reversed(), b.reversed()).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
  }
}

/// Where the odometer over the outer dimensions stands.
private struct Place {
  var a = 0
  var b = 0
  private var counts: [Int]

  init(dimensions: ArraySlice<Broadcast.Dimension>) {
    counts = [Int](repeating: 0, count: dimensions.count)
  }

  mutating func advance(through dimensions: ArraySlice<Broadcast.Dimension>) {
    for (place, dimension) in dimensions.enumerated() {
      counts[place] += 1
      a += dimension.a
      b += dimension.b
      if counts[place] < dimension.size { return }
      a -= dimension.a * dimension.size
      b -= dimension.b * dimension.size
      counts[place] = 0
    }
  }
}

extension Broadcast.Dimension {
  fileprivate var swapped: Self { Self(size: size, a: b, b: a) }
}

extension [Broadcast.Dimension] {
  /// Adds the next dimension outwards, as part of the last one if a walk to that one's end leads to
  /// this one's next step.
  fileprivate mutating func join(_ next: Broadcast.Dimension) {
    guard next.size != 1 else { return }
    if let last, next.a == last.a * last.size, next.b == last.b * last.size {
      self[count - 1].size *= next.size
    } else {
      append(next)
    }
  }
}

extension [Int] {
  fileprivate func size(fromEnd place: Int) -> Int { place <= count ? self[count - place] : 1 }
}
