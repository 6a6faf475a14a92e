/// Runs of numbers that an optimiser keeps beside its parameters: velocities, mean squares.
///
/// A parameter's run is made when it first has a gradient, so that what is never trained costs nothing.
struct Companions {
  private var runs: [Storage?]
  /// What every number is before the first step.
  private let start: Float

  /// As many runs as there are parameters, all of whose numbers begin at `start`.
  init(_ count: Int, start: Float = 0) {
    runs = Array(repeating: nil, count: count)
    self.start = start
  }

  /// The run of `count` numbers that belongs to parameter `index`.
  mutating func run(_ index: Int, _ count: Int) -> UnsafeMutablePointer<Float> {
    if let known = runs[index] { return known.pointer }
    let new = Storage(count: count)
    write(new.pointer, count) { [start] _ in start }
    runs[index] = new
    return new.pointer
  }
}
