internal import Markup

extension HTML {
  /// The marks of highlight.js in our classes; nil where they do not hold exactly this code.
  init?(highlighted marked: String, code: String) {
    var reader = MarkReader(code: Array(code.utf8))
    guard reader.read(Array(marked.utf8)) else { return nil }
    self = reader.pieces.map { piece -> HTML in
      let text = String(decoding: reader.code[piece.range], as: UTF8.self)
      guard let kind = piece.kind else { return HTML(escaping: text) }
      return "<span class=\"\(kind.rawValue)\">\(text)</span>"
    }.joined()
  }
}

/// Follows marked code and plain code side by side.
private struct MarkReader {
  let code: [UInt8]
  /// Pieces of the code with their kinds, neighbours of one kind joined.
  private(set) var pieces: [(range: Range<Int>, kind: TokenKind?)] = []

  private var open: [String] = []
  private var position = 0

  init(code: [UInt8]) { self.code = code }

  /// Reads all; false where there is other text than the code's, or a tag that is no mark.
  mutating func read(_ marked: [UInt8]) -> Bool {
    var rest = marked[...]
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        guard follow(String(decoding: rest[...end], as: UTF8.self)) else { return false }
        rest = rest[(end + 1)...]
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        guard take(rest[..<end]) else { return false }
        rest = rest[end...]
      }
    }
    return position == code.count
  }

  /// Opens or closes a mark; false for any other tag.
  private mutating func follow(_ tag: String) -> Bool {
    if tag == "</span>" { return open.popLast() != nil }
    let prefix = "<span class=\""
    guard tag.hasPrefix(prefix), tag.hasSuffix("\">") else { return false }
    let name = tag.dropFirst(prefix.count).dropLast(2)
    open.append(String(name.hasPrefix("hljs-") ? name.dropFirst(5) : name))
    return true
  }

  /// Takes escaped text; false where the code goes on otherwise.
  private mutating func take(_ text: ArraySlice<UInt8>) -> Bool {
    let start = position
    var rest = text
    while let first = rest.first {
      let (byte, length) = first == UInt8(ascii: "&") ? reference(rest) : (first, 1)
      guard position < code.count, code[position] == byte else { return false }
      position += 1
      rest = rest.dropFirst(length)
    }
    append(start..<position)
    return true
  }

  private mutating func append(_ range: Range<Int>) {
    var kind = TokenKind(open)
    // In Swift, highlight.js takes `_` for a number.
    if kind == .number, range.count == 1, code[range.lowerBound] == UInt8(ascii: "_") { kind = nil }
    if let last = pieces.last, last.kind == kind {
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      pieces.append((range, kind))
    }
  }
}

/// What a character reference at the start of some text stands for, and its length.
private func reference(_ text: ArraySlice<UInt8>) -> (UInt8, Int) {
  if text.starts(with: "&lt;".utf8) { return (UInt8(ascii: "<"), 4) }
  if text.starts(with: "&gt;".utf8) { return (UInt8(ascii: ">"), 4) }
  if text.starts(with: "&amp;".utf8) { return (UInt8(ascii: "&"), 5) }
  return (UInt8(ascii: "&"), 1)
}
