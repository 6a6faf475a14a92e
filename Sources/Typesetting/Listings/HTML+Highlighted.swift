internal import Markup

extension HTML {
  /// Converts the output of highlight.js to our classes; nil if its text is not exactly `code`.
  init?(highlighted output: String, code: String) {
    var reader = HighlightReader(code: Array(code.utf8))
    guard reader.read(Array(output.utf8)) else { return nil }
    self.init(unescaped: String(decoding: reader.markup, as: UTF8.self))
  }
}

/// Reads highlighted code and plain code in parallel, and writes spans that are not nested.
private struct HighlightReader {
  private(set) var markup: [UInt8] = []

  private let code: [UInt8]
  private var position = 0
  /// The spans of highlight.js around the current position.
  private var spans: [HighlightSpan] = []
  /// The kind of the open span in the markup.
  private var kind: TokenKind?

  init(code: [UInt8]) {
    self.code = code
    markup.reserveCapacity(3 * code.count)
  }

  /// Reads the whole output; false if its text differs from the code, or if it has unknown tags.
  mutating func read(_ output: [UInt8]) -> Bool {
    var rest = output[...]
    while let first = rest.first {
      let isTag = first == UInt8(ascii: "<")
      let stop = rest.firstIndex(of: UInt8(ascii: isTag ? ">" : "<"))
      let end = stop.map { isTag ? $0 + 1 : $0 } ?? rest.endIndex
      guard isTag ? readTag(rest[..<end]) : readText(rest[..<end]) else { return false }
      rest = rest[end...]
    }
    switchSpan(to: nil)
    return position == code.count
  }

  /// Opens or closes a span; false for any other tag.
  private mutating func readTag(_ tag: ArraySlice<UInt8>) -> Bool {
    if tag.elementsEqual(closing) { return spans.popLast() != nil }
    guard tag.starts(with: opening), tag.suffix(ending.count).elementsEqual(ending) else {
      return false
    }
    let name = tag.dropFirst(opening.count).dropLast(ending.count)
    spans.append(HighlightSpan(String(decoding: name, as: UTF8.self), in: spans.last))
    return true
  }

  /// Reads escaped text; false if the code differs from it.
  private mutating func readText(_ text: ArraySlice<UInt8>) -> Bool {
    // In Swift, highlight.js treats `_` as a number.
    switchSpan(to: text.elementsEqual([UInt8(ascii: "_")]) ? nil : spans.last?.kind)
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

  private mutating func switchSpan(to next: TokenKind?) {
    guard next != kind else { return }
    if kind != nil { markup += closing }
    if let next { markup += opening + next.rawValue.utf8 + ending }
    kind = next
  }
}

private let opening = Array("<span class=\"".utf8)
private let ending = Array("\">".utf8)
private let closing = Array("</span>".utf8)

/// The character and length of the character reference at the start of a text; nil for references
/// that highlight.js does not write.
private func reference(_ text: ArraySlice<UInt8>) -> (UInt8, Int)? {
  if text.starts(with: lessThan) { return (UInt8(ascii: "<"), lessThan.count) }
  if text.starts(with: greaterThan) { return (UInt8(ascii: ">"), greaterThan.count) }
  if text.starts(with: ampersand) { return (UInt8(ascii: "&"), ampersand.count) }
  return nil
}

private let lessThan = Array("&lt;".utf8)
private let greaterThan = Array("&gt;".utf8)
private let ampersand = Array("&amp;".utf8)
