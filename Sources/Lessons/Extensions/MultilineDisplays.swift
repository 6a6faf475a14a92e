/// Lines inside a multiline `$$ … $$`, which CommonMark could parse as lists, rules or code.
///
/// A display formula contains no blank line and no fence. Whether a `$$` is inside code is not
/// known yet: the lines are only neutralized for the first parse, which finds the document's
/// blocks.
enum MultilineDisplays {
  /// Returns the text with every line inside such a formula replaced by a plain word.
  static func neutralizing(_ source: SourceText) -> SourceText {
    var lines = source.lines
    for region in regions(of: lines) {
      let quotes = lines[region.lowerBound - 1].prefix { " \t>".contains($0) }.count { $0 == ">" }
      for index in region {
        lines[index] = ContainerPrefix.prefix(of: lines[index], quotes: quotes) + "x"
      }
    }
    return SourceText(lines, file: source.file, firstLine: source.firstLine)
  }

  /// The lines after a formula's first line, up to the one that closes it.
  private static func regions(of lines: [Substring]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    var opening: Int?
    for (index, line) in lines.enumerated() {
      let content = line.drop { " \t>".contains($0) }
      if content.isEmpty || content.hasPrefix("```") || content.hasPrefix("~~~") { opening = nil }
      guard marks(in: content) % 2 == 1 else { continue }
      if let start = opening, index > start {
        regions.append(start + 1..<index + 1)
        opening = nil
      } else {
        opening = index
      }
    }
    return regions
  }

  /// The number of unescaped `$$` in a line.
  private static func marks(in line: Substring) -> Int {
    guard line.contains("$") else { return 0 }
    var count = 0
    var rest = line.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
      if byte == UInt8(ascii: "$"), rest.first == byte {
        _ = rest.popFirst()
        count += 1
      }
    }
    return count
  }
}
