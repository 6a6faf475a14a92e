/// Equal bands for categories, in the order in which they came.
package struct BandScale {
  package let names: [String]
  /// The distance from one band's middle to the next.
  package let step: Double
  private let start: Double
  private let indices: [String: Int]

  package init(_ names: [String], from start: Double, to end: Double) {
    self.names = names
    self.start = start
    step = (end - start) / Double(max(1, names.count))
    indices = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The middle of a category's band; nil for a name without a band.
  package func callAsFunction(_ name: String) -> Double? {
    indices[name].map { start + (Double($0) + 0.5) * step }
  }
}
