/// The marks with which a text begins that are no words: a task's box, the kind of a block that teaches.
enum BlockMark {
  /// How many bytes the mark takes at the beginning of `text`, given what stands before it on its line.
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

  /// The box with which an item of a list begins: `[ ]` or `[x]`.
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
  /// A link's label as CommonMark compares labels: no case, single spaces.
  var asLabel: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
