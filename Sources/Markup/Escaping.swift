/// Text in which no character means anything to HTML or SVG, nor in an attribute between double
/// quotes, as this house writes them.
///
/// Control characters and code points that are no characters, which neither allows, become U+FFFD.
package func escaped(_ text: some StringProtocol) -> String { escapedText(String(text)) }

/// Not generic, since generic code of another module would walk the text slowly.
private func escapedText(_ text: String) -> String {
  var text = text
  return text.withUTF8 { utf8 in
    guard let first = utf8.firstIndex(where: mayBeSpecial) else {
      return String(decoding: utf8, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 64)
    bytes += utf8[..<first]
    var rest = utf8[first...]
    while let byte = rest.first {
      let length = lengthOfForbidden(rest)
      if length > 0 {
        bytes += "\u{FFFD}".utf8
        rest = rest.dropFirst(length)
      } else {
        if let name = replacement(of: byte) { bytes += name } else { bytes.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether a byte is, or may begin, something that is not written as it is.
private func mayBeSpecial(_ byte: UInt8) -> Bool {
  replacement(of: byte) != nil || isControl(byte) || byte == 0xC2 || byte >= 0xEF
}

private func isControl(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
  default: byte < 0x20 || byte == 0x7F
  }
}

/// How many bytes some text begins with that HTML forbids.
///
/// It forbids control characters, and code points that are no characters, as U+FFFE and U+FDD0.
private func lengthOfForbidden(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  guard let first = bytes.first, isControl(first) || first == 0xC2 || first >= 0xEF else {
    return 0
  }
  let start = Array(bytes.prefix(4))
  switch first {
  case 0xC2: return start.count > 1 && start[1] < 0xA0 ? 2 : 0
  case 0xEF:
    guard start.count > 2 else { return 0 }
    let isLast = start[1] == 0xBF && start[2] >= 0xBE
    return isLast || start[1] == 0xB7 && 0x90...0xAF ~= start[2] ? 3 : 0
  case 0xF0...:
    return start.count > 3 && start[1] & 0x0F == 0x0F && start[2] == 0xBF && start[3] >= 0xBE
      ? 4 : 0
  default: return 1
  }
}

private func replacement(of byte: UInt8) -> String.UTF8View? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;".utf8
  case UInt8(ascii: "<"): "&lt;".utf8
  case UInt8(ascii: ">"): "&gt;".utf8
  case UInt8(ascii: "\""): "&quot;".utf8
  default: nil
  }
}
