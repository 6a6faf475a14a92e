import Markup

/// Marks runs of Chinese and Japanese text with their language, for screen readers and fonts, on a
/// page in another language.
///
/// A run with kana is Japanese, any other one is Chinese.
func languageTagged(_ text: String, onPageIn language: String) -> HTML {
  let isEastAsian = ["zh", "ja", "ko", "yue"].contains { language.lowercased().hasPrefix($0) }
  guard !isEastAsian, text.utf8.contains(where: { $0 >= 0xE3 }) else { return "\(text)" }
  var html = HTML()
  var rest = text[...]
  while let start = rest.firstIndex(where: { isHan($0) || isKana($0) }) {
    let run = rest[start...].prefix { isHan($0) || isKana($0) || isPunctuation($0) }
    let language = run.contains(where: isKana) ? "ja" : "zh"
    html += "\(rest[..<start])<span lang=\"\(language)\">\(run)</span>"
    rest = rest[run.endIndex...]
  }
  return html + "\(rest)"
}

private func isHan(_ character: Character) -> Bool {
  switch character.unicodeScalars.first?.value ?? 0 {
  case 0x3005...0x3007, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: true
  default: false
  }
}

private func isKana(_ character: Character) -> Bool {
  0x3041..<0x3100 ~= character.unicodeScalars.first?.value ?? 0
}

private func isPunctuation(_ character: Character) -> Bool {
  let scalar = character.unicodeScalars.first?.value ?? 0
  return 0x3000..<0x3040 ~= scalar || 0xFF00..<0xFF66 ~= scalar
}
