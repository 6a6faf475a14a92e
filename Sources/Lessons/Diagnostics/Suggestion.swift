/// A question that suggests the element of `known` nearest to `word`; nil if none is near.
///
/// If none is near by edit distance, the only one with the prefix `word` is suggested.
///
///     suggestion(for: "sesion", among: ["label", "session"])  // did you mean 'session'?
///     suggestion(for: "04", among: ["04-depth", "05-width"])  // did you mean '04-depth'?
public func suggestion(for word: String, among known: some Sequence<String>) -> String? {
  let limit = max(1, word.count / 3)
  let known = Array(known)
  let near = known.map { (name: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  if let near, near.distance <= limit { return "did you mean '\(near.name)'?" }
  let longer = word.isEmpty ? [] : known.filter { $0.hasPrefix(word) }
  return longer.count == 1 ? "did you mean '\(longer[0])'?" : nil
}

/// The number of insertions, deletions, substitutions and swaps of adjacent letters.
///
/// Optimal string alignment distance (Damerau 1964).
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  var rows = [Array(0...b.count)]
  for i in 1..<(a.count + 1) {
    var row = [i]
    for j in 1..<(b.count + 1) {
      let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        best = min(best, rows[i - 2][j - 2] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
