/// A tensor as a batch of channels of numbers, [outer, count, inner]: what a normalisation over the
/// batch sees.
///
/// A loop's `constants` belong to a channel and are read once for a run of its numbers.
struct Channels {
  let outer, count, inner: Int

  /// The channels along dimension 1 of a tensor of `shape`.
  init(_ shape: [Int]) { (outer, count, inner) = shape.split(at: 1) }

  /// How many numbers a channel has.
  var size: Int { outer * inner }

  /// Writes for every channel the sum of its numbers in `x`.
  func sums(of x: UnsafePointer<Float>, into sums: UnsafeMutablePointer<Float>) {
    Engine.write(sums, count) { _ in 0 }
    if inner == 1 {
      addRows(of: x, outer, count, to: sums)
    } else {
      eachRun { start, channel in sums[channel] += shortSum(x + start, inner) }
    }
  }

  /// Writes for every channel the sum of `term` over its numbers.
  @inline(__always)
  func sums<Constants>(
    into sums: UnsafeMutablePointer<Float>, _ constants: (_ channel: Int) -> Constants,
    _ term: (_ place: Int, _ constants: Constants) -> Float
  ) {
    Engine.write(sums, count) { _ in 0 }
    if inner == 1 {
      for start in stride(from: 0, to: outer * count, by: count) {
        Engine.write(sums, count, true) { term(start &+ $0, constants($0)) }
      }
    } else {
      Storage.lend(inner) { terms in
        eachRun { start, channel in
          let constants = constants(channel)
          Engine.write(terms, inner) { term(start &+ $0, constants) }
          sums[channel] += shortSum(terms, inner)
        }
      }
    }
  }

  /// Writes or adds a value for every number.
  @inline(__always)
  func write<Constants>(
    _ target: UnsafeMutablePointer<Float>, _ adding: Bool = false,
    _ constants: (_ channel: Int) -> Constants,
    _ value: (_ place: Int, _ constants: Constants) -> Float
  ) {
    if inner == 1 {
      for start in stride(from: 0, to: outer * count, by: count) {
        Engine.write(target + start, count, adding) { value(start &+ $0, constants($0)) }
      }
    } else {
      eachRun { start, channel in
        let constants = constants(channel)
        Engine.write(target + start, inner, adding) { value(start &+ $0, constants) }
      }
    }
  }

  /// Calls `body` with where each run of a channel's numbers begins.
  @inline(__always)
  private func eachRun(_ body: (_ start: Int, _ channel: Int) -> Void) {
    for o in 0..<outer {
      for channel in 0..<count { body((o &* count &+ channel) &* inner, channel) }
    }
  }
}
