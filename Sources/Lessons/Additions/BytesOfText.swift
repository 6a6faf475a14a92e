/// A text's bytes, in which short texts are looked for often and found seldom.
struct BytesOfText {
  /// The bytes, with a line's end before them, and without spaces at the beginning of lines.
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

  /// Whether `part`, which is not empty, stands in the text.
  func contain(_ part: [UInt8]) -> Bool {
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
