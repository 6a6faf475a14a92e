/// The norms of named tensors at every step.
struct NormHistory {
  let names: [String]
  /// The norms in the order of steps and, within a step, of names.
  private var norms: [Double] = []
  private(set) var steps = 0

  init(_ names: [String] = []) { self.names = names }

  /// Appends a step: one norm for each name.
  mutating func append(_ step: [Double]) {
    steps += 1
    norms += step
  }

  /// The norms of the last step; empty before the first.
  var latest: [Double] { Array(norms.suffix(steps == 0 ? 0 : names.count)) }

  /// The norms of `name` at each step; nil for an unknown name.
  func norms(of name: String) -> [Double]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return (0..<steps).map { norms[$0 * names.count + index] }
  }
}
