/// An iteration over the numbers of a row-major array together with two other arrays, a and b, that have
/// strides of their own.
///
/// Dimensions of size 1 are dropped, and neighbouring dimensions that are contiguous in all arrays are
/// merged, so that the innermost run is as long as possible.
struct Walk {
  /// A dimension and its strides in a and in b: 0 if the same numbers are repeated.
  struct Dimension {
    var size: Int
    var a: Int
    var b: Int
  }

  /// The innermost dimension.
  private(set) var run = Dimension(size: 1, a: 1, b: 1)
  /// The other dimensions, from the inside out.
  private var outer: [Dimension] = []

  /// An iteration over one dimension that is contiguous in all arrays.
  init(_ count: Int) { run.size = count }

  /// An iteration over `dimensions`, innermost first.
  init(_ dimensions: some Sequence<Dimension>) {
    var joined: [Dimension] = []
    for next in dimensions where next.size != 1 {
      if let last = joined.last, next.a == last.a * last.size, next.b == last.b * last.size {
        joined[joined.count - 1].size *= next.size
      } else {
        joined.append(next)
      }
    }
    run = joined.first ?? run
    outer = Array(joined.dropFirst())
  }

  /// The same iteration with a and b exchanged.
  var swapped: Walk {
    var other = self
    other.run = run.swapped
    other.outer = outer.map(\.swapped)
    return other
  }

  /// Calls `body` with the offsets of each run: in a, in b and in the array.
  @inline(__always)
  func forEachRun(_ body: (_ a: Int, _ b: Int, _ y: Int) -> Void) {
    let (next, others) = (outer.first ?? Dimension(size: 1, a: 0, b: 0), outer.dropFirst())
    var y = 0
    for index in 0..<others.reduce(1, { $0 * $1.size }) {
      let (a, b) = start(index, others)
      for i in 0..<next.size {
        body(a + i * next.a, b + i * next.b, y)
        y += run.size
      }
    }
  }

  /// Calls `body` with every repetition of a run of a: its offsets in a and in the array, and the number of
  /// consecutive runs of the array that repeat it.
  func forEachRepetition(_ body: (_ a: Int, _ y: Int, _ runs: Int) -> Void) {
    let isRepeated = outer.first?.a == 0
    let count = isRepeated ? outer[0].size : 1
    let others = isRepeated ? outer.dropFirst() : outer[...]
    for index in 0..<others.reduce(1, { $0 * $1.size }) {
      body(start(index, others).a, index * count * run.size, count)
    }
  }

  /// The offsets in a and in b of position `index` of the given dimensions.
  private func start(_ index: Int, _ dimensions: ArraySlice<Dimension>) -> (a: Int, b: Int) {
    var (a, b, rest) = (0, 0, index)
    for dimension in dimensions {
      a += rest % dimension.size * dimension.a
      b += rest % dimension.size * dimension.b
      rest /= dimension.size
    }
    return (a, b)
  }
}

extension Walk.Dimension {
  fileprivate var swapped: Self { Self(size: size, a: b, b: a) }
}
