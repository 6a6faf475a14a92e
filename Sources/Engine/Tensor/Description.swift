import Glibc

/// As the numbers are printed: row by row, in columns of one width, with brackets around each dimension
///
///     [[1, -0.5],
///      [2, 0.25]]
///
/// Of a tensor of more than 1,000 numbers each dimension shows its first and last three places.
extension Tensor: CustomStringConvertible {
  /// The numbers, row by row, to four decimals; or with a power of ten where they need it.
  public var description: String {
    let isShortened = count > 1000
    let outline = Outline(shape: shape, edge: isShortened ? 3 : Int.max / 4)
    let shown = outline.places.map { data[$0] }
    let words = shown.map(Notation(shown).text)
    let width = words.map(\.count).max() ?? 0
    let padded = words.map { String(repeating: " ", count: width - $0.count) + $0 }
    var rest = padded[...]
    return outline.brackets(&rest, depth: 0) + (isShortened ? " of shape \(shape)" : "")
  }
}

/// Which places of each dimension are shown.
private struct Outline {
  let shape: [Int]
  let edge: Int

  /// The places shown along a dimension; nil stands for those left out.
  private func shown(_ dim: Int) -> [Int?] {
    let size = shape[dim]
    if size <= 2 * edge { return Array(0..<size) }
    return Array(0..<edge) + [nil] + Array((size - edge)..<size)
  }

  /// Where all numbers shown stand, row by row.
  var places: [Int] {
    let steps = shape.steps
    return shape.indices.reduce([0]) { starts, dim in
      starts.flatMap { start in shown(dim).compactMap { $0.map { start + $0 * steps[dim] } } }
    }
  }

  /// The next words within the brackets of dimension `depth`.
  func brackets(_ words: inout ArraySlice<String>, depth: Int) -> String {
    guard depth < shape.count else { return words.popFirst() ?? "" }
    let parts = shown(depth).map { place in
      place == nil ? "…" : brackets(&words, depth: depth + 1)
    }
    let lines = String(repeating: "\n", count: shape.count - depth - 1)
    let indent = lines.isEmpty ? " " : lines + String(repeating: " ", count: depth + 1)
    return "[\(parts.joined(separator: "," + indent))]"
  }
}

/// How a tensor's numbers are written: all whole, all with four decimals or all with a power of ten.
private enum Notation {
  case whole, decimal, scientific

  init(_ values: [Float]) {
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let (least, greatest) = (sizes.min() ?? 1, sizes.max() ?? 1)
    if greatest < 1e8, values.allSatisfy({ !$0.isFinite || $0 == $0.rounded() }) {
      self = .whole
    } else {
      self = greatest < 1e5 && greatest >= 1e-3 && greatest / least < 1e4 ? .decimal : .scientific
    }
  }

  func text(_ value: Float) -> String {
    guard value.isFinite else { return "\(value)" }
    let format =
      switch self {
      case .whole: "%.0f"
      case .decimal: "%.4f"
      case .scientific: "%.4e"
      }
    return formatted(format, Double(value))
  }
}

/// A number as `printf` writes it.
func formatted(_ format: String, _ x: Double) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
    _ = withVaList([x]) { vsnprintf(text.baseAddress, text.count, format, $0) }
    return text.baseAddress.map { String(cString: $0) } ?? ""
  }
}
