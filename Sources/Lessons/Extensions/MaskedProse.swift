/// The text of a paragraph or heading in which everything but prose is masked: code, addresses,
/// formulas, citations, escaped characters, and the markers of block quotes and lists around it.
///
/// Every byte keeps its offset, so that a match in it has a line and a column.
struct MaskedProse {
  /// Replaces a byte of code, an address or an escape, all of which end in punctuation.
  static let mask = UInt8(0x7F)
  /// Replaces a byte of an extracted element, whose placeholder CommonMark treats as a letter.
  static let elementMask = UInt8(0x10)
  /// Replace the escapes `\(`, `\)`, `\[` and `\]`, which are also TeX's math delimiters.
  static let escapedBrackets: [UInt8: UInt8] = [
    UInt8(ascii: "("): 1, UInt8(ascii: ")"): 2, UInt8(ascii: "["): 3, UInt8(ascii: "]"): 4,
  ]

  /// The text with everything but prose masked.
  private(set) var text: String
  /// The offset of its first byte in the whole document.
  let start: Int
  private let unmasked: ArraySlice<UInt8>

  /// Masks `bytes`; `prefixes` are the ranges of markers before the content of lines.
  init(_ bytes: ArraySlice<UInt8>, _ scan: ExtensionScanner, prefixes: [Range<Int>]) {
    unmasked = bytes
    start = bytes.startIndex
    var masked = Array(bytes)
    let newline = UInt8(ascii: "\n")
    func fill(_ range: Range<Int>, _ mask: UInt8) {
      for index in range where masked[index - bytes.startIndex] != newline {
        masked[index - bytes.startIndex] = mask
      }
    }
    for skipped in scan.skipped {
      let range = skipped.range.clamped(to: bytes.indices)
      switch skipped.kind {
      case .code: fill(Self.codeContent(range, bytes), Self.mask)
      case .address: fill(range, Self.mask)
      case .escape:
        fill(range, Self.escapedBrackets[bytes[range.upperBound - 1]] ?? Self.mask)
      }
    }
    for match in scan.matches { fill(match.range, Self.elementMask) }
    for prefix in prefixes { fill(prefix.clamped(to: bytes.indices), UInt8(ascii: " ")) }
    text = String(decoding: masked, as: UTF8.self)
  }

  /// The range of code between its backticks, which stay visible.
  private static func codeContent(_ range: Range<Int>, _ bytes: ArraySlice<UInt8>) -> Range<Int> {
    let length = bytes[range].prefix { $0 == UInt8(ascii: "`") }.count
    return range.lowerBound + length..<range.upperBound - length
  }

  /// Removes a heading's name, `{#name}` at its end, from the text and returns it.
  mutating func removeHeadingID() -> (id: String, range: Range<Int>)? {
    guard text.contains("{#"),
      let match = text.firstMatch(
        of: /[ \t]*\{#([^\s{}]+)\}[ \t]*(?=(?:#+[ \t]*)?(?:\n|$))/.matchingSemantics(.unicodeScalar)
      )
    else { return nil }
    let range = offset(of: match.range.lowerBound)..<offset(of: match.range.upperBound)
    let mask = String(repeating: " ", count: range.count)
    let id = String(match.1)
    text.replaceSubrange(match.range, with: mask)
    return (id, range)
  }

  /// The offset in the document of an index of `text`.
  func offset(of index: String.Index) -> Int {
    start + text.utf8.distance(from: text.startIndex, to: index)
  }

  /// The unmasked text of a range.
  func original(in range: Range<String.Index>) -> String {
    String(
      decoding: unmasked[offset(of: range.lowerBound)..<offset(of: range.upperBound)],
      as: UTF8.self)
  }
}
