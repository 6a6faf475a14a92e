/// Escapes text for HTML and SVG, both for elements and for attributes in double quotes.
///
/// Control characters and noncharacters, which neither format allows, become U+FFFD.
package func escaped(_ text: some StringProtocol) -> String { escapedText(String(text)) }

/// Not generic, because generic code from another module iterates over the text slowly.
private func escapedText(_ text: String) -> String {
  var text = text
  return text.withUTF8 { utf8 in
    guard let first = utf8.firstIndex(where: canBeSpecial) else {
      return String(decoding: utf8, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 64)
    bytes += utf8[..<first]
    var rest = utf8[first...]
    while let byte = rest.first {
      let length = forbiddenLength(of: rest)
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

/// Whether a byte is, or can begin, a character that is replaced.
private func canBeSpecial(_ byte: UInt8) -> Bool {
  replacement(of: byte) != nil || isControl(byte) || byte == 0xC2 || byte >= 0xEF
}

private func isControl(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
  default: byte < 0x20 || byte == 0x7F
  }
}

/// The length in bytes of the character at the start of `bytes` if HTML forbids it, otherwise 0.
///
/// HTML forbids control characters and noncharacters such as U+FFFE and U+FDD0.
private func forbiddenLength(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
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
