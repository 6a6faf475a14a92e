/// The state of an optimiser: a buffer for each parameter, such as velocities or mean squares.
///
/// A parameter's buffer is allocated when it first has a gradient, so parameters that are never trained
/// cost nothing.
struct StateBuffers {
  private var buffers: [Storage?]
  /// The value of every number before the first step.
  private let initialValue: Float

  /// One buffer for each of `count` parameters, filled with `initialValue`.
  init(_ count: Int, initialValue: Float = 0) {
    buffers = Array(repeating: nil, count: count)
    self.initialValue = initialValue
  }

  /// The buffer of `count` numbers that belongs to the parameter at `index`.
  mutating func buffer(of index: Int, _ count: Int) -> UnsafeMutablePointer<Float> {
    if let buffer = buffers[index] { return buffer.pointer }
    let buffer = Storage(count: count)
    write(buffer.pointer, count) { [initialValue] _ in initialValue }
    buffers[index] = buffer
    return buffer.pointer
  }
}
