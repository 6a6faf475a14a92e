/// Text in which no character means anything to HTML or SVG, nor in an attribute between double
/// quotes, as this house writes them.
///
/// Control characters, which neither allows, become U+FFFD.
package func escaped(_ text: some StringProtocol) -> String { escapedText(String(text)) }

/// Not generic, since generic code of another module would walk the text slowly.
private func escapedText(_ text: String) -> String {
  var text = text
  return text.withUTF8 { utf8 in
    guard let first = utf8.firstIndex(where: isSpecial) else {
      return String(decoding: utf8, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 64)
    bytes += utf8[..<first]
    for byte in utf8[first...] {
      if isSpecial(byte) { bytes += replacement(of: byte) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
  default: byte < 0x20 || byte == 0x7F
  }
}

private func replacement(of byte: UInt8) -> String.UTF8View {
  switch byte {
  case UInt8(ascii: "&"): "&amp;".utf8
  case UInt8(ascii: "<"): "&lt;".utf8
  case UInt8(ascii: ">"): "&gt;".utf8
  case UInt8(ascii: "\""): "&quot;".utf8
  default: "\u{FFFD}".utf8
  }
}
