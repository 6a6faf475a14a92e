import Glibc

/// The printed form: row by row, in columns of one width, with brackets around each dimension
///
///     [[1, -0.5],
///      [2, 0.25]]
///
/// A tensor of more than 1,000 numbers shows the first and last three indices of each dimension.
extension Tensor: CustomStringConvertible {
  /// The numbers, row by row: whole, with four decimals, or in scientific notation if their magnitudes
  /// need it.
  public var description: String {
    let isShortened = count > 1000
    let layout = PrintLayout(shape: shape, edge: isShortened ? 3 : Int.max / 4)
    let shown = layout.offsets.map { data[$0] }
    let texts = shown.map(Notation(shown).text)
    let width = texts.map(\.count).max() ?? 0
    let padded = texts.map { String(repeating: " ", count: width - $0.count) + $0 }
    var rest = padded[...]
    return layout.brackets(&rest, depth: 0) + (isShortened ? " of shape \(shape)" : "")
  }
}

/// The indices of each dimension that are printed.
private struct PrintLayout {
  let shape: [Int]
  let edge: Int

  /// The indices printed along a dimension; nil marks the omitted ones.
  private func shown(_ dim: Int) -> [Int?] {
    let size = shape[dim]
    if size <= 2 * edge { return Array(0..<size) }
    return Array(0..<edge) + [nil] + Array((size - edge)..<size)
  }

  /// The offsets of all printed numbers, row by row.
  var offsets: [Int] {
    let steps = shape.steps
    return shape.indices.reduce([0]) { starts, dim in
      starts.flatMap { start in shown(dim).compactMap { $0.map { start + $0 * steps[dim] } } }
    }
  }

  /// The next texts within the brackets of dimension `depth`.
  func brackets(_ texts: inout ArraySlice<String>, depth: Int) -> String {
    guard depth < shape.count else { return texts.popFirst() ?? "" }
    let parts = shown(depth).map { index in
      index == nil ? "…" : brackets(&texts, depth: depth + 1)
    }
    let lines = String(repeating: "\n", count: shape.count - depth - 1)
    let indent = lines.isEmpty ? " " : lines + String(repeating: " ", count: depth + 1)
    return "[\(parts.joined(separator: "," + indent))]"
  }
}

/// The notation of a tensor's numbers: all whole, all with four decimals or all scientific.
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

/// Formats a number as `printf` does.
func formatted(_ format: String, _ x: Double) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
    _ = withVaList([x]) { vsnprintf(text.baseAddress, text.count, format, $0) }
    return text.baseAddress.map { String(cString: $0) } ?? ""
  }
}
