/// Estimates the width of text from a table instead of a font.
///
/// System fonts differ, so the widths are those of wide fonts (DejaVu Sans, Verdana); in a narrower
/// font, text takes less space than estimated.
package enum TextWidth {
  /// The width of text in pixels at a font size.
  package static func of(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var width = 0.0
    if text.utf8.contains(UInt8(ascii: "_")) {
      for run in Notation.runs(of: String(text)) {
        width += (run.level == .baseline ? 1 : 0.9) * advance(run.text)
      }
    } else {
      width = advance(text)
    }
    return width * size * (bold ? 1.1 : 1)
  }

  private static func advance(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) }
  }

  private static func advance(_ scalar: UnicodeScalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "’", " ", "·": 0.34
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "“", "”", "\"": 0.42
    case "m", "W", "M", "%", "@", "—", "…": 1
    case "w", "+", "<", ">", "=", "~", "−", "×", "≤", "≥", "≈": 0.84
    case "0"..."9", "a"..."z", "$", "–": 0.64
    case "⁻", "⁺": 0.72
    case "⁰"..."⁹", "¹", "²", "³": 0.55
    case "A"..."Z", "&": 0.77
    default: ofOther(scalar)
    }
  }

  private static func ofOther(_ scalar: UnicodeScalar) -> Double {
    switch scalar.value {
    case 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10: 0
    case ..<0x1100: 0.75
    case 0x2000..<0x2E80: 0.9
    case 0x1F000...: 1.3
    default: 1
    }
  }
}
