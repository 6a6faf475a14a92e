internal import Markup

extension HTML {
  /// The marks of highlight.js in our classes; nil where they do not hold exactly this code.
  init?(highlighted marked: String, code: String) {
    var reader = MarkReader(code: Array(code.utf8))
    guard reader.read(Array(marked.utf8)) else { return nil }
    self.init(unescaped: String(decoding: reader.markup, as: UTF8.self))
  }
}

/// Follows marked code and plain code side by side, and writes spans that do not nest.
private struct MarkReader {
  private(set) var markup: [UInt8] = []

  private let code: [UInt8]
  private var position = 0
  /// The marks around what comes next.
  private var marks: [Mark] = []
  /// The kind of the span that is open in the markup.
  private var kind: TokenKind?

  init(code: [UInt8]) {
    self.code = code
    markup.reserveCapacity(3 * code.count)
  }

  /// Reads all; false where there is other text than the code's, or a tag that is no mark.
  mutating func read(_ marked: [UInt8]) -> Bool {
    var rest = marked[...]
    while let first = rest.first {
      let isTag = first == UInt8(ascii: "<")
      let stop = rest.firstIndex(of: UInt8(ascii: isTag ? ">" : "<"))
      let end = stop.map { isTag ? $0 + 1 : $0 } ?? rest.endIndex
      guard isTag ? follow(rest[..<end]) : take(rest[..<end]) else { return false }
      rest = rest[end...]
    }
    change(to: nil)
    return position == code.count
  }

  /// Opens or closes a mark; false for any other tag.
  private mutating func follow(_ tag: ArraySlice<UInt8>) -> Bool {
    if tag.elementsEqual(closing) { return marks.popLast() != nil }
    guard tag.starts(with: opening), tag.suffix(ending.count).elementsEqual(ending) else {
      return false
    }
    let name = tag.dropFirst(opening.count).dropLast(ending.count)
    marks.append(Mark(String(decoding: name, as: UTF8.self), in: marks.last))
    return true
  }

  /// Takes escaped text; false where the code goes on otherwise.
  private mutating func take(_ text: ArraySlice<UInt8>) -> Bool {
    // In Swift, highlight.js takes `_` for a number.
    change(to: text.elementsEqual([UInt8(ascii: "_")]) ? nil : marks.last?.kind)
    markup += text
    var rest = text
    while let first = rest.first {
      guard let (byte, length) = first == UInt8(ascii: "&") ? reference(rest) : (first, 1),
        position < code.count, code[position] == byte
      else { return false }
      position += 1
      rest = rest.dropFirst(length)
    }
    return true
  }

  private mutating func change(to next: TokenKind?) {
    guard next != kind else { return }
    if kind != nil { markup += closing }
    if let next { markup += opening + next.rawValue.utf8 + ending }
    kind = next
  }
}

private let opening = Array("<span class=\"".utf8)
private let ending = Array("\">".utf8)
private let closing = Array("</span>".utf8)

/// What a character reference at the start of some text stands for, and its length; nil for others
/// than those that highlight.js writes.
private func reference(_ text: ArraySlice<UInt8>) -> (UInt8, Int)? {
  if text.starts(with: lessThan) { return (UInt8(ascii: "<"), lessThan.count) }
  if text.starts(with: greaterThan) { return (UInt8(ascii: ">"), greaterThan.count) }
  if text.starts(with: ampersand) { return (UInt8(ascii: "&"), ampersand.count) }
  return nil
}

private let lessThan = Array("&lt;".utf8)
private let greaterThan = Array("&gt;".utf8)
private let ampersand = Array("&amp;".utf8)
