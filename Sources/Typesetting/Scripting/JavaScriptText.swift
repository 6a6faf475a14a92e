/// Encodes text as Duktape does: each UTF-16 code unit like a character in UTF-8 (CESU-8).
///
/// It differs from UTF-8 for characters outside the basic multilingual plane.
func javaScriptBytes(of text: String) -> [UInt8] {
  guard text.utf8.contains(where: { $0 >= 0xF0 }) else { return Array(text.utf8) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count * 3 / 2)
  for unit in text.utf16 {
    switch unit {
    case ..<0x80: bytes.append(UInt8(unit))
    case ..<0x800: bytes += [0xC0 | UInt8(unit >> 6), continuation(unit)]
    default: bytes += [0xE0 | UInt8(unit >> 12), continuation(unit >> 6), continuation(unit)]
    }
  }
  return bytes
}

/// Decodes Duktape's encoding; an unpaired surrogate becomes U+FFFD.
func text(ofJavaScriptBytes bytes: UnsafeRawBufferPointer) -> String {
  let hasSurrogates = zip(bytes, bytes.dropFirst()).contains { $0 == 0xED && $1 >= 0xA0 }
  guard hasSurrogates else { return String(decoding: bytes, as: UTF8.self) }
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count)
  for byte in bytes {
    switch byte {
    case ..<0x80: units.append(UInt16(byte))
    case ..<0xC0: units.append((units.popLast() ?? 0) << 6 | UInt16(byte & 0x3F))
    case ..<0xE0: units.append(UInt16(byte & 0x1F))
    default: units.append(UInt16(byte & 0x0F))
    }
  }
  return String(decoding: units, as: UTF16.self)
}

private func continuation(_ unit: UInt16) -> UInt8 { 0x80 | UInt8(unit & 0x3F) }
