/// Finds mathematics, footnote references and citations in the text of one paragraph or heading.
///
/// It reads bytes as CommonMark's inline rules do as far as these matter: nothing inside code, an
/// autolink or a link's address is found, and nothing after a backslash. Dollars follow Pandoc: no
/// space just inside, no digit after the closing one.
struct AdditionScanner {
  /// Something found, and where.
  struct Found {
    var range: Range<Int>
    var kind: Kind
  }

  enum Kind {
    case formula(tex: Range<Int>, isDisplay: Bool, label: String?)
    case footnote(String)
    case citation([Citation])
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var found: [Found] = []

  /// All that stands in `bytes`, in order.
  static func scan(_ bytes: ArraySlice<UInt8>) -> [Found] {
    guard bytes.contains(where: { $0 == dollar || $0 == openBracket }) else { return [] }
    var scanner = AdditionScanner(bytes)
    scanner.scan()
    return scanner.found
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private func byte(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  private mutating func scan() {
    while let current = byte(index) {
      switch current {
      case backslash: index += byte(index + 1).map(isPunctuation) == true ? 2 : 1
      case backtick: skipCode()
      case less: skipAutolink()
      case closeBracket: skipDestination()
      case dollar: takeFormula()
      case openBracket: takeBracket()
      default: index += 1
      }
    }
  }

  private mutating func take(_ end: Int, _ kind: Kind) {
    found.append(Found(range: index..<end, kind: kind))
    index = end
  }
}

// MARK: - What is passed over

extension AdditionScanner {
  private func run(of mark: UInt8, at start: Int) -> Int {
    bytes[start...].prefix { $0 == mark }.count
  }

  /// Where a run of exactly `length` backticks begins, from `start` on.
  private func closingRun(_ length: Int, from start: Int) -> Int? {
    var position = start
    while let tick = bytes[position...].firstIndex(of: backtick) {
      let count = run(of: backtick, at: tick)
      if count == length { return tick }
      position = tick + count
    }
    return nil
  }

  private func opensCode(_ position: Int) -> Bool {
    guard byte(position) == backtick, byte(position - 1) != backtick else { return false }
    let length = run(of: backtick, at: position)
    return closingRun(length, from: position + length) != nil
  }

  private mutating func skipCode() {
    let length = run(of: backtick, at: index)
    let inside = index + length
    index = closingRun(length, from: inside).map { $0 + length } ?? inside
  }

  private mutating func skipAutolink() {
    let inside = bytes[(index + 1)...].prefix { $0 != greater && $0 != less && !isSpace($0) }
    let isLink = inside.first.map(isLetter) == true && inside.contains { $0 == colon || $0 == at }
    index = isLink && byte(inside.endIndex) == greater ? inside.endIndex + 1 : index + 1
  }

  /// Passes over a link's address: `](address`.
  private mutating func skipDestination() {
    index += 1
    guard byte(index) == openParenthesis else { return }
    index += 1
    var depth = 0
    while let current = byte(index), !isSpace(current) {
      if current == closeParenthesis, depth == 0 { return }
      if current == openParenthesis { depth += 1 }
      if current == closeParenthesis { depth -= 1 }
      index += current == backslash ? 2 : 1
    }
  }
}

// MARK: - Mathematics

extension AdditionScanner {
  private mutating func takeFormula() {
    switch byte(index + 1) {
    case backtick: takeTicked()
    case dollar: takeDisplay()
    default: takeInline()
    }
  }

  /// `` $`…`$ ``, as GitHub has it.
  private mutating func takeTicked() {
    let length = run(of: backtick, at: index + 1)
    let inside = index + 1 + length
    guard let close = closingRun(length, from: inside), byte(close + length) == dollar else {
      index += 1
      return
    }
    take(close + length + 1, .formula(tex: inside..<close, isDisplay: false, label: nil))
  }

  private mutating func takeDisplay() {
    let inside = index + 2
    var position = inside
    while let current = byte(position) {
      if current == dollar, byte(position + 1) == dollar { break }
      position += current == backslash ? 2 : 1
    }
    guard position < bytes.endIndex, !bytes[inside..<position].allSatisfy(isSpace) else {
      index += run(of: dollar, at: index)
      return
    }
    let (label, end) = label(after: position + 2)
    take(end, .formula(tex: inside..<position, isDisplay: true, label: label))
  }

  /// A display's ` {#eq:label}`.
  private func label(after position: Int) -> (String?, Int) {
    let spaces = bytes[position...].prefix { $0 == space || $0 == tab }.count
    let rest = bytes[(position + spaces)...]
    guard rest.starts(with: Array("{#eq:".utf8)), let close = rest.firstIndex(of: closeBrace) else {
      return (nil, position)
    }
    return (String(decoding: rest[(rest.startIndex + 5)..<close], as: UTF8.self), close + 1)
  }

  private mutating func takeInline() {
    let inside = index + 1
    guard let first = byte(inside), !isSpace(first) else {
      index += 1
      return
    }
    var position = inside
    while let current = byte(position), current != dollar, !opensCode(position) {
      position += current == backslash ? 2 : 1
    }
    guard byte(position) == dollar, !isSpace(bytes[position - 1]),
      byte(position + 1).map(isDigit) != true
    else {
      index += 1
      return
    }
    take(position + 1, .formula(tex: inside..<position, isDisplay: false, label: nil))
  }
}

// MARK: - Brackets

extension AdditionScanner {
  private mutating func takeBracket() {
    let inside = bytes[(index + 1)...].prefix { $0 != closeBracket && $0 != openBracket }
    let end = inside.endIndex
    let after = byte(end + 1)
    guard byte(end) == closeBracket, after != openParenthesis, after != openBracket else {
      index += 1
      return
    }
    let words = String(decoding: inside, as: UTF8.self)
    if words.hasPrefix("^"), words.count > 1, !words.contains(where: \.isWhitespace) {
      take(end + 1, .footnote(String(words.dropFirst())))
    } else if let citations = Citation.all(in: words) {
      take(end + 1, .citation(citations))
    } else {
      index += 1
    }
  }
}

extension Citation {
  /// The works in a citation's brackets, `@one; -@two, p. 3`; nil where these hold something else.
  fileprivate static func all(in words: String) -> [Citation]? {
    guard words.hasPrefix("@") || words.hasPrefix("-@") else { return nil }
    var citations: [Citation] = []
    for part in words.split(separator: ";") {
      let trimmed = part.drop(while: \.isWhitespace)
      let named = trimmed.hasPrefix("-") ? trimmed.dropFirst() : trimmed
      let key = named.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-:.".contains($0) }
      guard named.hasPrefix("@"), !key.isEmpty else { return nil }
      citations.append(
        Citation(
          key: String(key), locator: String(named[key.endIndex...]),
          namesAuthors: !trimmed.hasPrefix("-")))
    }
    return citations.isEmpty ? nil : citations
  }
}

private let dollar = UInt8(ascii: "$")
private let backtick = UInt8(ascii: "`")
private let backslash = UInt8(ascii: "\\")
private let less = UInt8(ascii: "<")
private let greater = UInt8(ascii: ">")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let openParenthesis = UInt8(ascii: "(")
private let closeParenthesis = UInt8(ascii: ")")
private let closeBrace = UInt8(ascii: "}")
private let colon = UInt8(ascii: ":")
private let at = UInt8(ascii: "@")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")

private func isSpace(_ byte: UInt8) -> Bool { byte == space || (9...13).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
private func isPunctuation(_ byte: UInt8) -> Bool {
  (33...126).contains(byte) && !isDigit(byte) && !isLetter(byte)
}
