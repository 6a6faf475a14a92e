/// A tensor viewed as a batch of channels, [outer, count, inner], for normalisation over the batch.
///
/// The `constants` of a loop belong to a channel and are read once for a run of its numbers.
struct Channels {
  let outer, count, inner: Int

  /// The channels along dimension 1 of a tensor of `shape`.
  init(_ shape: [Int]) { (outer, count, inner) = shape.split(at: 1) }

  /// The number of elements of a channel.
  var size: Int { outer * inner }

  /// Writes the sum of every channel of `x`.
  func sums(of x: UnsafePointer<Float>, into sums: UnsafeMutablePointer<Float>) {
    Engine.write(sums, count) { _ in 0 }
    if inner == 1 {
      addRows(of: x, outer, count, to: sums)
    } else {
      forEachRun { start, channel in sums[channel] += shortSum(x + start, inner) }
    }
  }

  /// Writes the sum of `term` over the numbers of every channel.
  @inline(__always)
  func sums<Constants>(
    into sums: UnsafeMutablePointer<Float>, _ constants: (_ channel: Int) -> Constants,
    _ term: (_ offset: Int, _ constants: Constants) -> Float
  ) {
    Engine.write(sums, count) { _ in 0 }
    if inner == 1 {
      for start in stride(from: 0, to: outer * count, by: count) {
        Engine.write(sums, count, true) { term(start &+ $0, constants($0)) }
      }
    } else {
      Storage.withTemporary(inner) { terms in
        forEachRun { start, channel in
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
    _ value: (_ offset: Int, _ constants: Constants) -> Float
  ) {
    if inner == 1 {
      for start in stride(from: 0, to: outer * count, by: count) {
        Engine.write(target + start, count, adding) { value(start &+ $0, constants($0)) }
      }
    } else {
      forEachRun { start, channel in
        let constants = constants(channel)
        Engine.write(target + start, inner, adding) { value(start &+ $0, constants) }
      }
    }
  }

  /// Calls `body` with the offset and channel of each run of consecutive numbers.
  @inline(__always)
  private func forEachRun(_ body: (_ start: Int, _ channel: Int) -> Void) {
    for o in 0..<outer {
      for channel in 0..<count { body((o &* count &+ channel) &* inner, channel) }
    }
  }
}
