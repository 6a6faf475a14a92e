// Formulas, and what only resembles one.

extension AdditionScanner {
  mutating func takeFormula() {
    switch byte(index + 1) {
    case .backtick: takeTicked()
    case .dollar: takeDisplay()
    default: takeInline()
    }
  }

  /// `` $`…`$ ``, as GitHub has it.
  mutating func takeTicked() {
    let length = run(of: .backtick, at: index + 1)
    let inside = index + 1 + length
    guard let close = closingRun(length, from: inside) else { return index += 1 }
    if startsWithValue(inside), holdsValue(inside, upTo: close + length) {
      report(FormProblem.valueInFormula)
      return index += 1
    }
    guard byte(close + length) == .dollar else { return index += 1 }
    take(close + length + 1, .formula(tex: inside..<close, isDisplay: false, label: nil))
  }

  /// Whether a formula goes on behind the value that ends at `end`, up to a closing dollar.
  func holdsValue(_ start: Int, upTo end: Int) -> Bool {
    let rest = bytes[end...].prefix { $0 != .dollar && $0 != .backtick }
    guard byte(rest.endIndex) == .dollar, rest.last.map(\.isSpace) != true else { return false }
    let tex = String(decoding: rest, as: UTF8.self)
    return tex.isEmpty || (tex.contains(/[\\^_=<>+*\/]/) && !FormulaWords(tex).areProse)
  }

  mutating func takeDisplay() {
    let inside = index + 2
    var position = inside
    while let current = byte(position) {
      if current == .dollar, byte(position + 1) == .dollar { break }
      position += current == .backslash ? 2 : 1
    }
    guard position < bytes.endIndex, !bytes[inside..<position].allSatisfy(\.isSpace) else {
      report(FormProblem.openDisplay)
      index += run(of: .dollar, at: index)
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
  func label(after position: Int) -> (String?, Int) {
    let spaces = bytes[position...].prefix { $0 == .space || $0 == .tab }.count
    let rest = bytes[(position + spaces)...]
    guard rest.starts(with: Array("{#eq:".utf8)), let close = rest.firstIndex(of: .closeBrace)
    else {
      return (nil, position)
    }
    return (String(decoding: rest[(rest.startIndex + 5)..<close], as: UTF8.self), close + 1)
  }

  mutating func takeInline() {
    let inside = index + 1
    guard let first = byte(inside), !first.isSpace else {
      index += 1
      return
    }
    var position = inside
    while let current = byte(position), current != .dollar, !opensCode(position) {
      position += current == .backslash ? 2 : 1
    }
    if byte(position) == .backtick { return passValue(at: position) }
    guard byte(position) == .dollar, !bytes[position - 1].isSpace,
      byte(position + 1).map(\.isDigit) != true
    else {
      if byte(position) == .dollar { noteBlank(before: position) }
      return index += 1
    }
    let words = FormulaWords(String(decoding: bytes[inside..<position], as: UTF8.self))
    if words.runFromPriceToPrice { return index += 1 }
    if words.areProse { report(FormProblem.proseAsFormula) }
    take(position + 1, .formula(tex: inside..<position, isDisplay: false, label: nil))
  }
}

extension AdditionScanner {
  /// Reports a formula that is none since a space comes before its closing dollar.
  mutating func noteBlank(before close: Int) {
    let tex = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
    guard bytes[close - 1].isSpace, !isPartOfWord(index), tex.first?.isNumber == false,
      tex.contains(where: { "\\^_=|<>".contains($0) }), !FormulaWords(tex).areProse
    else { return }
    problems.append(.spacedFormula(tex, at: index))
  }

  /// A dollar before code is none of a formula; if the code is a value, one may be meant.
  mutating func passValue(at tick: Int) {
    let length = run(of: .backtick, at: tick)
    let tex = String(decoding: bytes[(index + 1)..<tick], as: UTF8.self)
    if startsWithValue(tick + length), !FormulaWords(tex).areProse,
      let close = closingRun(length, from: tick + length),
      let end = bytes[(close + length)...].firstIndex(of: .dollar), !bytes[end - 1].isSpace
    {
      report(FormProblem.valueInFormula)
    }
    index += 1
  }
}
