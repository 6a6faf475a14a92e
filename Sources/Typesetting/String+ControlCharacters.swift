extension String {
  /// The offset in UTF-16 code units of the first control character, which a page cannot contain.
  var firstControlCharacter: Int? {
    guard let byte = utf8.firstIndex(where: isControl) else {
      return nil
    }
    return utf16.distance(from: startIndex, to: byte)
  }
}

private func isControl(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
  default: byte < 0x20 || byte == 0x7F
  }
}
