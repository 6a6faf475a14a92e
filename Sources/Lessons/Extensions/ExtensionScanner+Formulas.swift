// Formulas, and text that only resembles one.

extension ExtensionScanner {
  mutating func scanFormula() {
    switch byte(index + 1) {
    case .backtick: scanBacktickFormula()
    case .dollar: scanDisplayFormula()
    default: scanInlineFormula()
    }
  }

  /// Scans a formula in GitHub's form, `` $`…`$ ``.
  mutating func scanBacktickFormula() {
    let length = run(of: .backtick, at: index + 1)
    let inside = index + 1 + length
    guard let close = closingRun(length, from: inside) else { return index += 1 }
    if startsWithValue(inside), formulaContinues(at: close + length) {
      report(MarkupProblem.valueInFormula)
      return index += 1
    }
    guard byte(close + length) == .dollar else { return index += 1 }
    addMatch(
      upTo: close + length + 1, .formula(tex: inside..<close, isDisplay: false, label: nil))
  }

  /// Whether a formula continues after the value that ends at `end`, up to a closing dollar sign.
  func formulaContinues(at end: Int) -> Bool {
    let rest = bytes[end...].prefix { $0 != .dollar && $0 != .backtick }
    guard byte(rest.endIndex) == .dollar, rest.last.map(\.isSpace) != true else { return false }
    let tex = String(decoding: rest, as: UTF8.self)
    return tex.isEmpty || (tex.contains(/[\\^_=<>+*\/]/) && !FormulaText(tex).looksLikeProse)
  }

  mutating func scanDisplayFormula() {
    let inside = index + 2
    var position = inside
    while let current = byte(position) {
      if current == .dollar, byte(position + 1) == .dollar { break }
      position += current == .backslash ? 2 : 1
    }
    guard position < bytes.endIndex, !bytes[inside..<position].allSatisfy(\.isSpace) else {
      report(MarkupProblem.unclosedDisplay)
      index += run(of: .dollar, at: index)
      return
    }
    let (label, end) = label(after: position + 2)
    if FormulaText.containsValue(String(decoding: bytes[inside..<position], as: UTF8.self)) {
      report(MarkupProblem.valueInFormula)
      return index = end
    }
    addMatch(upTo: end, .formula(tex: inside..<position, isDisplay: true, label: label))
  }

  /// The label in ` {#eq:label}` after a display formula, and where it ends.
  func label(after position: Int) -> (label: String?, end: Int) {
    let spaces = bytes[position...].prefix { $0 == .space || $0 == .tab }.count
    let rest = bytes[(position + spaces)...]
    guard rest.starts(with: Array("{#eq:".utf8)), let close = rest.firstIndex(of: .closeBrace)
    else {
      return (nil, position)
    }
    return (String(decoding: rest[(rest.startIndex + 5)..<close], as: UTF8.self), close + 1)
  }

  mutating func scanInlineFormula() {
    let inside = index + 1
    guard let first = byte(inside), !first.isSpace else {
      index += 1
      return
    }
    var position = inside
    while let current = byte(position), current != .dollar, !opensCode(position) {
      position += current == .backslash ? 2 : 1
    }
    if byte(position) == .backtick { return skipValue(at: position) }
    guard byte(position) == .dollar, !bytes[position - 1].isSpace,
      byte(position + 1).map(\.isDigit) != true
    else {
      if byte(position) == .dollar { reportSpace(beforeDollar: position) }
      return index += 1
    }
    let text = FormulaText(String(decoding: bytes[inside..<position], as: UTF8.self))
    if text.isBetweenPrices { return index += 1 }
    if text.looksLikeProse { report(MarkupProblem.proseInFormula) }
    addMatch(upTo: position + 1, .formula(tex: inside..<position, isDisplay: false, label: nil))
  }
}

extension ExtensionScanner {
  /// Reports text that is not a formula because a space precedes the closing dollar sign.
  mutating func reportSpace(beforeDollar close: Int) {
    let tex = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    guard bytes[close - 1].isSpace, !isPartOfWord(index), tex.first?.isNumber == false,
      tex.contains(where: { "\\^_=|<>".contains($0) }), !FormulaText(tex).looksLikeProse
    else { return }
    problems.append(.spacedFormula(tex, at: index))
  }

  /// Skips a dollar sign before code, which opens no formula; reports it if the code is a value and
  /// a formula was probably intended.
  mutating func skipValue(at tick: Int) {
    let length = run(of: .backtick, at: tick)
    let tex = String(decoding: bytes[(index + 1)..<tick], as: UTF8.self)
    if startsWithValue(tick + length), !FormulaText(tex).looksLikeProse,
      let close = closingRun(length, from: tick + length),
      let end = bytes[(close + length)...].firstIndex(of: .dollar), !bytes[end - 1].isSpace
    {
      report(MarkupProblem.valueInFormula)
    }
    index += 1
  }
}
