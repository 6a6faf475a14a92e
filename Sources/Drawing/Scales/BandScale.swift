/// Maps categories to equal bands, in order of first appearance.
package struct BandScale {
  package let names: [String]
  /// The width of a band.
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

  /// The middle of a category's band; nil for an unknown category.
  package func callAsFunction(_ name: String) -> Double? {
    indices[name].map { start + (Double($0) + 0.5) * step }
  }
}
