/// The characters before a line's own content: a quotation's `>` and the indent of lists.
enum ContainerPrefix {
  /// How many `>` stand among the bytes before a block's first line's content.
  static func quotes(_ line: Substring, before column: Int) -> Int {
    line.utf8.prefix(max(0, column - 1)).count { $0 == UInt8(ascii: ">") }
  }

  /// The part of a continuation line that belongs to its containers: spaces, and at most `quotes`
  /// marks of quotation.
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

  /// A line without what belongs to its containers.
  static func content(of line: Substring, quotes: Int) -> Substring {
    line[prefix(of: line, quotes: quotes).endIndex...]
  }
}
