/// A marker at the start of a block: a task's checkbox, or an alert's kind.
enum BlockMarker {
  /// The length in bytes of the marker at the start of `text`, which follows `before` on its line.
  static func length(in text: ArraySlice<UInt8>, after before: ArraySlice<UInt8>) -> Int {
    guard text.first == UInt8(ascii: "[") else { return 0 }
    let line = String(decoding: text.prefix(64), as: UTF8.self)
    let prefix = String(decoding: before, as: UTF8.self)
    if let task = task(line, after: prefix) { return task.length }
    guard prefix.contains(/>[ \t]*$/), let mark = line.prefixMatch(of: /\[![^\]\n]*\]/) else {
      return 0
    }
    return String(mark.0).utf8.count
  }

  /// The checkbox at the start of a list item: `[ ]` or `[x]`.
  static func task(_ text: some StringProtocol, after before: some StringProtocol) -> (
    length: Int, isDone: Bool
  )? {
    guard text.hasPrefix("["), String(before).contains(/(?:[\-*+]|\d{1,9}[.)])[ \t]+$/),
      let mark = String(text).prefixMatch(of: /\[([ xX])\](?=\s+\S)/)
    else { return nil }
    return (3, mark.1 != " ")
  }
}

extension StringProtocol {
  /// A link label in the form in which CommonMark compares labels: lower case, single spaces.
  var normalizedLabel: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
