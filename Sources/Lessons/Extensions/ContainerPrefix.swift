/// The characters before a line's own content: the `>` of block quotes and the indent of lists.
enum ContainerPrefix {
  /// The number of `>` before the content of a block's first line.
  static func quotes(_ line: Substring, before column: Int) -> Int {
    line.utf8.prefix(max(0, column - 1)).count { $0 == UInt8(ascii: ">") }
  }

  /// The part of a continuation line that belongs to its containers: spaces, and at most `quotes`
  /// block quote markers.
  static func prefix(of line: Substring, quotes: Int) -> Substring {
    var left = quotes
    let end = line.firstIndex { character in
      if character == " " || character == "\t" { return false }
      guard character == ">", left > 0 else { return true }
      left -= 1
      return false
    }
    return line[..<(end ?? line.endIndex)]
  }

  /// A line without the prefix of its containers.
  static func content(of line: Substring, quotes: Int) -> Substring {
    line[prefix(of: line, quotes: quotes).endIndex...]
  }
}
