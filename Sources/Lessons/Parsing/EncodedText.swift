internal import Foundation

/// Decodes the content of a file as UTF-8.
enum EncodedText {
  /// The text without a byte order mark; throws a diagnostic if it is not UTF-8.
  static func text(_ data: Data, of file: String, code: Diagnostic.Code) throws(Diagnostic)
    -> String
  {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      throw .error(
        code, Place(file: file), "the file is UTF-16 text, not UTF-8", help: "save it as UTF-8")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .error(
        code, Place(file: file, line: lineOfFirstInvalidByte(in: data)),
        "the file is not UTF-8 text",
        help: "save it as UTF-8")
    }
    return text.withoutByteOrderMark
  }

  private static func lineOfFirstInvalidByte(in data: Data) -> Int {
    var line = 1
    for bytes in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: bytes, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
