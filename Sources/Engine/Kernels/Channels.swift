/// A tensor as a batch of channels of numbers, [outer, count, inner]: what a normalisation over the
/// batch sees.
struct Channels {
  let (outer, count, inner): (Int, Int, Int)

  /// The channels along dimension 1 of a tensor of `shape`.
  init(_ shape: [Int]) { (outer, count, inner) = shape.split(at: 1) }

  /// How many numbers a channel has.
  var size: Int { outer * inner }

  /// Writes for every channel the sum of `term` over its numbers.
  @inline(__always)
  func sums(
    into sums: UnsafeMutablePointer<Float>, _ term: (_ place: Int, _ channel: Int) -> Float
  ) {
    Engine.write(sums, count) { _ in 0 }
    guard inner > 1 else {
      for row in 0..<outer {
        let start = row * count
        Engine.write(sums, count, true) { term(start &+ $0, $0) }
      }
      return
    }
    Storage.lend(inner) { terms in
      for run in 0..<(outer * count) {
        let (start, channel) = (run * inner, run % count)
        Engine.write(terms, inner) { term(start &+ $0, channel) }
        sums[channel] += Float(Engine.sum(terms, inner))
      }
    }
  }

  /// Writes or adds a value for every number.
  @inline(__always)
  func write(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool = false,
    _ value: (_ place: Int, _ channel: Int) -> Float
  ) {
    let isFlat = inner == 1
    for run in 0..<(isFlat ? outer : outer * count) {
      if isFlat {
        let start = run * count
        Engine.write(target + start, count, adding) { value(start &+ $0, $0) }
      } else {
        let (start, channel) = (run * inner, run % count)
        Engine.write(target + start, inner, adding) { value(start &+ $0, channel) }
      }
    }
  }
}
