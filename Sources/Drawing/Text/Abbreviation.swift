/// Truncates names to the available width and keeps different names distinguishable.
package enum Abbreviation {
  /// Wraps each name into at most `count` lines.
  ///
  /// Names are truncated at the end with an ellipsis; if two names would then look equal, their
  /// common prefix is replaced by an ellipsis instead.
  package static func lines(
    of names: [String], within width: Double, atMost count: Int, size: Double, bold: Bool = false
  ) -> [[String]] {
    func wrapped(_ name: String) -> [String] {
      TextWrapping.lines(name, within: width, atMost: count, size: size, bold: bold)
    }
    var all = names.map(wrapped)
    var shown = names
    while let equal = firstEqual(all, names) {
      let common = commonPrefix(equal.map { shown[$0] })
      guard common > (shown[equal[0]].hasPrefix(ellipsis) ? 1 : 0) else { break }
      for index in equal {
        shown[index] = ellipsis + shown[index].dropFirst(common)
        all[index] = wrapped(shown[index])
      }
    }
    return all
  }

  private static let ellipsis = "…"

  /// The indices of the first different names whose lines are equal.
  private static func firstEqual(_ lines: [[String]], _ names: [String]) -> [Int]? {
    var indices: [[String]: [Int]] = [:]
    for (index, line) in lines.enumerated() { indices[line, default: []].append(index) }
    let groups = indices.values.filter { group in Set(group.map { names[$0] }).count > 1 }
    return groups.min { $0[0] < $1[0] }
  }

  /// The length of the common prefix, cut back to the start of a word.
  private static func commonPrefix(_ names: [String]) -> Int {
    let first = Array(names[0])
    let length = names.dropFirst().map(Array.init).reduce(first.count) { length, name in
      zip(first, name).prefix(length).prefix { $0 == $1 }.count
    }
    let isWhole = length == first.count || length == 0 || first[length - 1].isWhitespace
    guard !isWhole, let space = first[..<length].lastIndex(where: \.isWhitespace) else {
      return length
    }
    return space + 1
  }
}
