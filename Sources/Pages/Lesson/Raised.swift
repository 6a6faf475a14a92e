import Markup

/// Text in which exponents are raised by the page's own type: `10⁻⁷` becomes `10<sup>−7</sup>`.
///
/// Fonts differ in how they draw Unicode's superscripts; a `sup` is always even.
func raised(_ text: String) -> HTML {
  var html = HTML()
  var rest = text[...]
  while let start = rest.firstIndex(where: { digits[$0] != nil }) {
    let exponent = rest[start...].prefix { digits[$0] != nil }
    let plain = String(exponent.compactMap { digits[$0] })
    html += "\(rest[..<start])<sup>\(plain)</sup>"
    rest = rest[exponent.endIndex...]
  }
  return html + "\(rest)"
}

private let digits: [Character: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9",
  "⁻": "−",
]
