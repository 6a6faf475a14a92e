/// A norm for each of some named tensors at every step.
struct History {
  let names: [String]
  /// Step after step, name after name.
  private var norms: [Double] = []
  private(set) var steps = 0

  init(_ names: [String] = []) { self.names = names }

  /// Adds a step: the norm of every name.
  mutating func append(_ step: [Double]) {
    steps += 1
    norms += step
  }

  /// All norms of the last step.
  var latest: [Double] { Array(norms.suffix(steps == 0 ? 0 : names.count)) }

  /// The norms of `name`, step by step; nil if there is no such name.
  func norms(of name: String) -> [Double]? {
    guard let place = names.firstIndex(of: name) else { return nil }
    return (0..<steps).map { norms[$0 * names.count + place] }
  }
}
