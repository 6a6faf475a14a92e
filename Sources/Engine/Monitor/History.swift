/// A norm for each of some named tensors at every step.
struct History {
  private(set) var names: [String]
  /// Step after step, name after name.
  private var norms: [Double] = []
  private(set) var steps = 0

  init(_ names: [String] = []) { self.names = names }

  /// Begins the next step.
  mutating func begin() {
    steps += 1
    norms.append(contentsOf: repeatElement(0, count: names.count))
  }

  /// The norm of the name at `place` at the last step.
  subscript(place: Int) -> Double {
    get { norms[(steps - 1) * names.count + place] }
    set { norms[(steps - 1) * names.count + place] = newValue }
  }

  /// All norms of the last step.
  var latest: [Double] { Array(norms.suffix(steps == 0 ? 0 : names.count)) }

  /// The norms of `name`, step by step; nil if there is no such name.
  func norms(of name: String) -> [Double]? {
    guard let place = names.firstIndex(of: name) else { return nil }
    return (0..<steps).map { norms[$0 * names.count + place] }
  }
}
