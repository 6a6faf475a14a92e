/// A paragraph's or heading's text in which all that is no prose is made unreadable: code, addresses,
/// formulas, citations, escaped characters, and the marks of quotations and lists around it.
///
/// Every byte keeps its place, so that what is found there has a line and a column.
struct Prose {
  /// Stands for a byte of code, an address or an escape, all of which end in punctuation.
  static let mask = UInt8(0x7F)
  /// Stands for a byte of what is taken out before CommonMark sees it, which is like a letter to it.
  static let insertionMask = UInt8(0x10)
  /// Stand for the escapes `\(`, `\)`, `\[` and `\]`, which are TeX's brackets, too.
  static let escapedBrackets: [UInt8: UInt8] = [
    UInt8(ascii: "("): 1, UInt8(ascii: ")"): 2, UInt8(ascii: "["): 3, UInt8(ascii: "]"): 4,
  ]

  /// The text.
  private(set) var text: String
  /// The text's first byte among those of the whole.
  let start: Int
  private let original: ArraySlice<UInt8>

  /// The prose of `bytes`; `prefixes` are what stands before the content of lines.
  init(_ bytes: ArraySlice<UInt8>, _ scan: AdditionScanner, prefixes: [Range<Int>]) {
    original = bytes
    start = bytes.startIndex
    var masked = Array(bytes)
    let newline = UInt8(ascii: "\n")
    func fill(_ range: Range<Int>, _ mask: UInt8) {
      for index in range where masked[index - bytes.startIndex] != newline {
        masked[index - bytes.startIndex] = mask
      }
    }
    for passed in scan.passed {
      let range = passed.range.clamped(to: bytes.indices)
      switch passed.kind {
      case .code: fill(Self.insideOfCode(range, bytes), Self.mask)
      case .address: fill(range, Self.mask)
      case .escape:
        fill(range, Self.escapedBrackets[bytes[range.upperBound - 1]] ?? Self.mask)
      }
    }
    for found in scan.found { fill(found.range, Self.insertionMask) }
    for prefix in prefixes { fill(prefix.clamped(to: bytes.indices), UInt8(ascii: " ")) }
    text = String(decoding: masked, as: UTF8.self)
  }

  /// Code keeps its backticks, which tell that code stands there.
  private static func insideOfCode(_ range: Range<Int>, _ bytes: ArraySlice<UInt8>) -> Range<Int> {
    let length = bytes[range].prefix { $0 == UInt8(ascii: "`") }.count
    return range.lowerBound + length..<range.upperBound - length
  }

  /// Takes a heading's name, `{#name}` at its end, out of the text.
  mutating func takeHeadingID() -> (id: String, range: Range<Int>)? {
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

  /// The byte at which a place in `text` stands.
  func offset(of index: String.Index) -> Int {
    start + text.utf8.distance(from: text.startIndex, to: index)
  }

  /// What the author typed there.
  func written(_ range: Range<String.Index>) -> String {
    String(
      decoding: original[offset(of: range.lowerBound)..<offset(of: range.upperBound)],
      as: UTF8.self)
  }
}
