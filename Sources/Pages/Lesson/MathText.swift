/// A formula as one line of plain text, converted from MathML: `σ′`, `x²`, `(a+b)/c`.
struct MathText {
  let text: String

  /// Converts the first MathML element in markup; nil if it contains none.
  init?(markup: String) {
    guard let start = markup.firstRange(of: "<math"),
      let element = Element.parse(markup[start.lowerBound...])
    else { return nil }
    text = line(of: element)
  }
}

/// A MathML element with its text and children.
private struct Element {
  var name: Substring
  var text = ""
  var children: [Element] = []

  /// Parses the element at the start of well-formed markup.
  static func parse(_ markup: Substring) -> Element? {
    var rest = markup
    var open: [Element] = []
    while let bracket = rest.firstIndex(of: "<") {
      if !open.isEmpty { open[open.count - 1].text += unescaped(rest[..<bracket]) }
      guard let end = rest[bracket...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: bracket)..<end]
      rest = rest[rest.index(after: end)...]
      if !tag.hasPrefix("/") { open.append(Element(name: tag.prefix { $0 != " " && $0 != "/" })) }
      guard tag.hasPrefix("/") || tag.hasSuffix("/"), let closed = open.popLast() else { continue }
      if open.isEmpty { return closed }
      open[open.count - 1].children.append(closed)
    }
    return nil
  }
}

private func unescaped(_ text: Substring) -> String {
  String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
    "&quot;", with: "\""
  )
  .replacing("&nbsp;", with: " ").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
}

private func line(of element: Element) -> String {
  let parts = element.children.map(line)
  switch (element.name, parts.count) {
  case ("annotation", _), ("mphantom", _): return ""
  case ("mspace", _): return " "
  case ("mo", _): return operators[element.text] ?? element.text
  case ("mi", _), ("mn", _), ("mtext", _): return element.text
  case ("mfrac", 2): return "\(grouped(parts[0]))/\(grouped(parts[1]))"
  case ("msqrt", _): return "√\(grouped(parts.joined()))"
  case ("mroot", 2): return "\(script(parts[1], superscripts, sign: "^"))√\(grouped(parts[0]))"
  case ("msup", 2), ("mover", 2): return over(parts[0], parts[1])
  case ("msub", 2), ("munder", 2): return parts[0] + script(parts[1], subscripts, sign: "_")
  case ("msubsup", 3), ("munderover", 3):
    return over(parts[0] + script(parts[1], subscripts, sign: "_"), parts[2])
  case ("mtr", _): return parts.joined(separator: ", ")
  case ("mtable", _): return parts.joined(separator: "; ")
  default: return parts.joined()
  }
}

/// A base with an accent, with primes, or with an exponent.
private func over(_ base: String, _ mark: String) -> String {
  if let accent = accents[mark] { return base + accent }
  if !mark.isEmpty, mark.allSatisfy({ $0 == "′" }) { return base + mark }
  return base + script(mark, superscripts, sign: "^")
}

/// A subscript or superscript in Unicode, or after a sign if Unicode lacks one of its characters.
private func script(_ text: String, _ letters: [Character: Character], sign: String) -> String {
  let small = text.compactMap { letters[$0] }
  return small.count == text.count ? String(small) : sign + grouped(text)
}

/// Adds parentheses, except around a single letter or number.
private func grouped(_ text: String) -> String {
  text.allSatisfy { $0.isNumber || $0 == "." } || text.count == 1 ? text : "(\(text))"
}

private let operators = ["\u{2061}": " ", "\u{2062}": "", "\u{2063}": "", "\u{2064}": ""]

private let accents = [
  "^": "\u{302}", "~": "\u{303}", "ˉ": "\u{304}", "‾": "\u{304}", "¯": "\u{304}", "˙": "\u{307}",
  "¨": "\u{308}", "⃗": "\u{20D7}", "→": "\u{20D7}",
]

private let superscripts = Dictionary(
  uniqueKeysWithValues: zip("0123456789+−-=()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵀ"))

private let subscripts = Dictionary(
  uniqueKeysWithValues: zip("0123456789+−-=()aeijkmnoprstux", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤₓ"))
