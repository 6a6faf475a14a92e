internal import Charts

extension SheetChange {
  /// What there is to say: the value that moved furthest, then what came and went.
  func phrases(of row: String, and column: String) -> [String] {
    let moved = largest.map { $0.words + (count > 1 ? ", the largest of \(count)" : "") }
    let counts = [(newRows, "new"), (goneRows, "gone")].filter { $0.0 > 0 }.map { count, word in
      "\(count) \(row)\(count == 1 ? " is" : "s are") \(word)"
    }
    let columns = [(newColumns, "new"), (goneColumns, "gone")].filter { !$0.0.isEmpty }
      .map { names, word in
        "\(column) \(names.map { "'\($0)'" }.joined(separator: ", "))"
          + "\(names.count == 1 ? " is" : " are") \(word)"
      }
    return [moved].compactMap(\.self) + counts + columns
  }
}

extension SheetChange.Spot {
  /// Where it is and how it moved: `'at most' at layer = 7: 0.0123 → 0.0124 (+10⁻⁴, +0.8%)`.
  fileprivate var words: String {
    let place = row.map { "\($0.column) = \($0.value)" }.joined(separator: ", ")
    let name = "'\(column)'" + (place.isEmpty ? "" : " at \(place)")
    if let movement { return "\(name): \(movement.words)" }
    return "\(name): \(from?.description ?? "nothing") → \(to?.description ?? "nothing")"
  }
}
