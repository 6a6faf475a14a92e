/// Names cut to the room they have, so that different names stay different.
package enum Abbreviation {
  /// Each name in at most so many lines.
  ///
  /// What has no room at a name's end shows as an ellipsis; names that would then look equal show
  /// one for their common beginning.
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

  /// The first different names with equal lines.
  private static func firstEqual(_ lines: [[String]], _ names: [String]) -> [Int]? {
    var indices: [[String]: [Int]] = [:]
    for (index, line) in lines.enumerated() { indices[line, default: []].append(index) }
    let groups = indices.values.filter { group in Set(group.map { names[$0] }).count > 1 }
    return groups.min { $0[0] < $1[0] }
  }

  /// How many characters all begin with, up to the beginning of a word.
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
