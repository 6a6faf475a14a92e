internal import Charts

extension DataChange {
  /// Describes the value that changed most, then new and removed rows and columns.
  func phrases(of row: String, and column: String) -> [String] {
    let moved = largest.map { $0.text + (count > 1 ? ", the largest of \(count)" : "") }
    let counts = [(newRows, "new"), (removedRows, "removed")].filter { $0.0 > 0 }
      .map { count, word in "\(count) \(row)\(count == 1 ? " is" : "s are") \(word)" }
    let columns = [(newColumns, "new"), (removedColumns, "removed")].filter { !$0.0.isEmpty }
      .map { names, word in
        "\(column) \(names.map { "'\($0)'" }.joined(separator: ", "))"
          + "\(names.count == 1 ? " is" : " are") \(word)"
      }
    return [moved].compactMap(\.self) + counts + columns
  }
}

extension DataChange.ChangedValue {
  /// The place of the value and its change: `'at most' at layer = 7: 0.0123 → 0.0124 (+10⁻⁴, +0.8%)`.
  fileprivate var text: String {
    let place = row.map { "\($0.column) = \($0.value)" }.joined(separator: ", ")
    let name = "'\(column)'" + (place.isEmpty ? "" : " at \(place)")
    if let numberChange { return "\(name): \(numberChange.text)" }
    return "\(name): \(from?.description ?? "nothing") → \(to?.description ?? "nothing")"
  }
}
