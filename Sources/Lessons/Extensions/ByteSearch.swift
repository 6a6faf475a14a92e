/// The bytes of a text, for many searches of short strings that rarely occur in it.
struct ByteSearch {
  /// The bytes after an added newline, without the spaces at the start of lines.
  private var bytes: [UInt8] = [newline]
  private var isPresent = [Bool](repeating: false, count: 256)

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 where byte != space || bytes[bytes.count - 1] != newline {
      bytes.append(byte)
      isPresent[Int(byte)] = true
    }
    isPresent[Int(newline)] = true
  }

  /// Whether `part`, which must not be empty, occurs in the text.
  func contains(_ part: [UInt8]) -> Bool {
    guard part.allSatisfy({ isPresent[Int($0)] }) else { return false }
    let last = bytes.count - part.count
    var start = 0
    while start <= last {
      var matched = 0
      while matched < part.count, bytes[start + matched] == part[matched] { matched += 1 }
      if matched == part.count { return true }
      start += 1
    }
    return false
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
