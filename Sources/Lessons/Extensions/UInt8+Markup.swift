/// The ASCII bytes that the scanner compares with.
extension UInt8 {
  static let dollar = UInt8(ascii: "$")
  static let backtick = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let hyphen = UInt8(ascii: "-")
  static let closeBrace = UInt8(ascii: "}")
  static let colon = UInt8(ascii: ":")
  static let at = UInt8(ascii: "@")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")

  var isSpace: Bool { self == .space || (9...13).contains(self) }
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (65...90).contains(self & 0xDF) }
  var isPunctuation: Bool { (33...126).contains(self) && !isDigit && !isLetter }
}
