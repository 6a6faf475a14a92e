// Text that is not scanned: escapes, code, addresses.

extension ExtensionScanner {
  /// The number of consecutive `mark` bytes from `start` on.
  func run(of mark: UInt8, at start: Int) -> Int {
    bytes[start...].prefix { $0 == mark }.count
  }

  /// The position of the next run of exactly `length` backticks at or after `start`.
  func closingRun(_ length: Int, from start: Int) -> Int? {
    var position = start
    while let tick = bytes[position...].firstIndex(of: .backtick) {
      let count = run(of: .backtick, at: tick)
      if count == length { return tick }
      position = tick + count
    }
    return nil
  }

  func opensCode(_ position: Int) -> Bool {
    guard byte(position) == .backtick, byte(position - 1) != .backtick else { return false }
    let length = run(of: .backtick, at: position)
    return closingRun(length, from: position + length) != nil
  }

  mutating func skip(to end: Int, _ kind: Skipped.Kind) {
    skipped.append(Skipped(range: index..<end, kind: kind))
    index = end
  }

  mutating func report(_ problem: (Int) -> MarkupProblem) { problems.append(problem(index)) }

  mutating func skipEscape() {
    if byte(index + 1).map(\.isPunctuation) == true {
      skip(to: index + 2, .escape)
    } else {
      index += 1
    }
  }

  mutating func skipCode() {
    let length = run(of: .backtick, at: index)
    let inside = index + length
    if let close = closingRun(length, from: inside) { return skip(to: close + length, .code) }
    report(startsWithValue(inside) ? MarkupProblem.unclosedValue : MarkupProblem.unclosedCode)
    index = inside
  }

  /// Whether the text at `position` starts with `{swift`.
  func startsWithValue(_ position: Int) -> Bool {
    bytes[min(position, bytes.endIndex)...].starts(with: Array("{swift".utf8))
  }

  mutating func skipAutolink() {
    if bytes[index...].starts(with: Array("<!--".utf8)) { return skipComment() }
    let inside = bytes[(index + 1)...].prefix { $0 != .greater && $0 != .less && !$0.isSpace }
    let isLink =
      inside.first.map(\.isLetter) == true && inside.contains { $0 == .colon || $0 == .at }
    guard isLink, byte(inside.endIndex) == .greater else { return index += 1 }
    skip(to: inside.endIndex + 1, .address)
  }

  /// Skips an HTML comment, which cannot contain `--`.
  mutating func skipComment() {
    let inside = bytes[(index + 4)...]
    let end = inside.indices.first { inside[$0...].starts(with: [.hyphen, .hyphen]) }
    guard let end, byte(end + 2) == .greater else {
      report(MarkupProblem.unclosedComment)
      return index += 4
    }
    skip(to: end + 3, .address)
  }

  /// Skips a link's address and title: `](address "title")`.
  mutating func skipLinkTarget() {
    let bracket = index
    index += 1
    if byte(index) == .openBracket { return recordLabel(of: bracket) }
    guard byte(index) == .openParenthesis else { return }
    var end = position(afterSpacesFrom: index + 1)
    end = position(afterAddressFrom: end)
    let afterAddress = end
    end = position(afterSpacesFrom: end)
    if end > afterAddress, let title = position(afterTitleFrom: end) {
      end = position(afterSpacesFrom: title)
    }
    if byte(end) == .closeParenthesis { return skip(to: end + 1, .address) }
    if let opening = opening(of: bracket), !isPartOfWord(opening) {
      problems.append(.unfinishedLink(at: opening))
    }
    index = max(index + 1, afterAddress)
  }

  func position(afterSpacesFrom start: Int) -> Int {
    var position = start
    while byte(position).map(\.isSpace) == true { position += 1 }
    return position
  }

  func position(afterAddressFrom start: Int) -> Int {
    if byte(start) == .less, let close = bytes[start...].firstIndex(of: .greater) {
      return close + 1
    }
    var position = start
    var depth = 0
    while let current = byte(position), !current.isSpace {
      if current == .closeParenthesis, depth == 0 { break }
      if current == .openParenthesis { depth += 1 }
      if current == .closeParenthesis { depth -= 1 }
      position += current == .backslash ? 2 : 1
    }
    return min(position, bytes.endIndex)
  }

  func position(afterTitleFrom start: Int) -> Int? {
    guard let mark = byte(start), [.quote, .apostrophe, .openParenthesis].contains(mark) else {
      return nil
    }
    let closing = mark == .openParenthesis ? .closeParenthesis : mark
    var position = start + 1
    while let current = byte(position), current != closing {
      position += current == .backslash ? 2 : 1
    }
    return byte(position) == closing ? position + 1 : nil
  }

  /// The position of the opening bracket that matches the closing one at `close`.
  func opening(of close: Int) -> Int? {
    var depth = 0
    for position in bytes[..<close].indices.reversed() {
      if bytes[position] == .closeBracket { depth += 1 }
      guard bytes[position] == .openBracket else { continue }
      if depth == 0 { return position }
      depth -= 1
    }
    return nil
  }

  /// Whether a bracket directly follows a word, as in `values[0]`.
  func isPartOfWord(_ bracket: Int) -> Bool {
    byte(bracket - 1).map { $0.isLetter || $0.isDigit || $0 == .closeBracket || $0 > 127 } ?? false
  }

  /// Records the label of a reference link, `[text][label]`.
  mutating func recordLabel(of bracket: Int) {
    let inside = bytes[(index + 1)...].prefix { $0 != .closeBracket && $0 != .openBracket }
    guard !inside.isEmpty, byte(inside.endIndex) == .closeBracket, let start = opening(of: bracket),
      !isPartOfWord(start)
    else { return }
    labels.append((String(decoding: inside, as: UTF8.self), start))
  }
}
