/// Finds mathematics, footnote references and citations in the text of one paragraph or heading.
///
/// It reads bytes as CommonMark's inline rules do as far as these matter: nothing inside code, an
/// autolink or a link's address is found, and nothing after a backslash. Dollars follow Pandoc: no
/// space just inside, no digit after the closing one; and no formula runs from one price to the next.
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

  /// Something that is no prose, and where.
  struct Passed {
    enum Kind { case code, address, escape }

    var range: Range<Int>
    var kind: Kind
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// What was found, in order.
  private(set) var found: [Found] = []
  /// What was passed over, in order.
  private(set) var passed: [Passed] = []
  /// What looks like an addition and is none.
  private(set) var problems: [FormProblem] = []
  /// References by label, `[words][label]`; whether the label is defined is not known here.
  private(set) var labels: [(label: String, offset: Int)] = []

  /// What stands in `bytes`.
  static func scan(_ bytes: ArraySlice<UInt8>) -> AdditionScanner {
    var scanner = AdditionScanner(bytes)
    scanner.scan()
    return scanner
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
      case backslash: skipEscape()
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

  private mutating func pass(_ end: Int, _ kind: Passed.Kind) {
    passed.append(Passed(range: index..<end, kind: kind))
    index = end
  }

  private mutating func report(_ problem: (Int) -> FormProblem) { problems.append(problem(index)) }

  private mutating func skipEscape() {
    if byte(index + 1).map(isPunctuation) == true { pass(index + 2, .escape) } else { index += 1 }
  }

  private mutating func skipCode() {
    let length = run(of: backtick, at: index)
    let inside = index + length
    if let close = closingRun(length, from: inside) { return pass(close + length, .code) }
    report(startsWithValue(inside) ? FormProblem.openValue : FormProblem.openCode)
    index = inside
  }

  /// Whether `{swift` begins here.
  private func startsWithValue(_ position: Int) -> Bool {
    bytes[min(position, bytes.endIndex)...].starts(with: Array("{swift".utf8))
  }

  private mutating func skipAutolink() {
    let inside = bytes[(index + 1)...].prefix { $0 != greater && $0 != less && !isSpace($0) }
    let isLink = inside.first.map(isLetter) == true && inside.contains { $0 == colon || $0 == at }
    guard isLink, byte(inside.endIndex) == greater else { return index += 1 }
    pass(inside.endIndex + 1, .address)
  }

  /// Passes over a link's address and its title: `](address "title")`.
  private mutating func skipDestination() {
    let bracket = index
    index += 1
    if byte(index) == openBracket { return noteLabel(of: bracket) }
    guard byte(index) == openParenthesis else { return }
    var end = position(afterSpacesFrom: index + 1)
    end = position(afterAddressFrom: end)
    let afterAddress = end
    end = position(afterSpacesFrom: end)
    if end > afterAddress, let title = position(afterTitleFrom: end) {
      end = position(afterSpacesFrom: title)
    }
    if byte(end) == closeParenthesis { return pass(end + 1, .address) }
    if let opening = opening(of: bracket), !isPartOfWord(opening) {
      problems.append(.brokenLink(at: opening))
    }
    index = max(index + 1, afterAddress)
  }

  private func position(afterSpacesFrom start: Int) -> Int {
    var position = start
    while byte(position).map(isSpace) == true { position += 1 }
    return position
  }

  private func position(afterAddressFrom start: Int) -> Int {
    if byte(start) == less, let close = bytes[start...].firstIndex(of: greater) { return close + 1 }
    var (position, depth) = (start, 0)
    while let current = byte(position), !isSpace(current) {
      if current == closeParenthesis, depth == 0 { break }
      if current == openParenthesis { depth += 1 }
      if current == closeParenthesis { depth -= 1 }
      position += current == backslash ? 2 : 1
    }
    return min(position, bytes.endIndex)
  }

  private func position(afterTitleFrom start: Int) -> Int? {
    guard let mark = byte(start), [quote, apostrophe, openParenthesis].contains(mark) else {
      return nil
    }
    let closing = mark == openParenthesis ? closeParenthesis : mark
    var position = start + 1
    while let current = byte(position), current != closing {
      position += current == backslash ? 2 : 1
    }
    return byte(position) == closing ? position + 1 : nil
  }

  /// Where the bracket opens that is closed at `close`.
  private func opening(of close: Int) -> Int? {
    var depth = 0
    for position in bytes[..<close].indices.reversed() {
      if bytes[position] == closeBracket { depth += 1 }
      guard bytes[position] == openBracket else { continue }
      if depth == 0 { return position }
      depth -= 1
    }
    return nil
  }

  /// Whether a bracket follows a word directly, as in `values[0]`.
  private func isPartOfWord(_ bracket: Int) -> Bool {
    byte(bracket - 1).map { isLetter($0) || isDigit($0) || $0 == closeBracket || $0 > 127 } ?? false
  }

  private mutating func noteLabel(of bracket: Int) {
    let inside = bytes[(index + 1)...].prefix { $0 != closeBracket && $0 != openBracket }
    guard !inside.isEmpty, byte(inside.endIndex) == closeBracket, let start = opening(of: bracket),
      !isPartOfWord(start)
    else { return }
    labels.append((String(decoding: inside, as: UTF8.self), start))
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
    guard let close = closingRun(length, from: inside) else { return index += 1 }
    if startsWithValue(inside), holdsValue(inside, upTo: close + length) {
      report(FormProblem.valueInFormula)
      return index += 1
    }
    guard byte(close + length) == dollar else { return index += 1 }
    take(close + length + 1, .formula(tex: inside..<close, isDisplay: false, label: nil))
  }

  /// Whether a formula goes on behind the value that ends at `end`, up to a closing dollar.
  private func holdsValue(_ start: Int, upTo end: Int) -> Bool {
    let rest = bytes[end...].prefix { $0 != dollar && $0 != backtick }
    guard byte(rest.endIndex) == dollar, rest.last.map(isSpace) != true else { return false }
    let tex = String(decoding: rest, as: UTF8.self)
    return tex.isEmpty || (tex.contains(/[\\^_=<>+*\/]/) && !FormulaWords(tex).areProse)
  }

  private mutating func takeDisplay() {
    let inside = index + 2
    var position = inside
    while let current = byte(position) {
      if current == dollar, byte(position + 1) == dollar { break }
      position += current == backslash ? 2 : 1
    }
    guard position < bytes.endIndex, !bytes[inside..<position].allSatisfy(isSpace) else {
      report(FormProblem.openDisplay)
      index += run(of: dollar, at: index)
      return
    }
    let (label, end) = label(after: position + 2)
    if FormulaWords.holdValue(String(decoding: bytes[inside..<position], as: UTF8.self)) {
      report(FormProblem.valueInFormula)
      return index = end
    }
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
    if byte(position) == backtick { return passValue(at: position) }
    guard byte(position) == dollar, !isSpace(bytes[position - 1]),
      byte(position + 1).map(isDigit) != true
    else {
      index += 1
      return
    }
    let words = FormulaWords(String(decoding: bytes[inside..<position], as: UTF8.self))
    if words.runFromPriceToPrice { return index += 1 }
    if words.areProse { report(FormProblem.proseAsFormula) }
    take(position + 1, .formula(tex: inside..<position, isDisplay: false, label: nil))
  }
}

extension AdditionScanner {
  /// A dollar before code is none of a formula; if the code is a value, one may be meant.
  private mutating func passValue(at tick: Int) {
    let length = run(of: backtick, at: tick)
    let tex = String(decoding: bytes[(index + 1)..<tick], as: UTF8.self)
    if startsWithValue(tick + length), !FormulaWords(tex).areProse,
      let close = closingRun(length, from: tick + length),
      let end = bytes[(close + length)...].firstIndex(of: dollar), !isSpace(bytes[end - 1])
    {
      report(FormProblem.valueInFormula)
    }
    index += 1
  }
}

// MARK: - Brackets

extension AdditionScanner {
  private var beginsALine: Bool {
    bytes[..<index].reversed().prefix { $0 != newline }.allSatisfy { isSpace($0) || $0 == greater }
  }

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
      if byte(end + 1) == colon, beginsALine { report(FormProblem.noteInContainer) }
      take(end + 1, .footnote(String(words.dropFirst())))
    } else if let citations = Citation.all(in: words) {
      take(end + 1, .citation(citations))
    } else {
      if byte(index - 1) != closeParenthesis, let problem = FormProblem.bracket(words, at: index) {
        problems.append(problem)
      }
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
      let locator = named[key.endIndex...]
      guard named.hasPrefix("@"), !key.isEmpty, !locator.contains("@") else { return nil }
      citations.append(
        Citation(
          key: String(key), locator: String(locator),
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
private let quote = UInt8(ascii: "\"")
private let apostrophe = UInt8(ascii: "'")
private let closeBrace = UInt8(ascii: "}")
private let colon = UInt8(ascii: ":")
private let at = UInt8(ascii: "@")
private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")

private func isSpace(_ byte: UInt8) -> Bool { byte == space || (9...13).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
private func isPunctuation(_ byte: UInt8) -> Bool {
  (33...126).contains(byte) && !isDigit(byte) && !isLetter(byte)
}
