/// A string literal of one line in Swift source, without interpolations.
struct StringLiteral: Equatable {
  /// The value of the literal.
  var text: String
  /// The line of the code, from 0.
  var line: Int
  /// Whether the literal is the argument of a call that reads a file.
  var isRead: Bool

  /// Returns the literals of some code, in order.
  static func all(in code: String) -> [StringLiteral] {
    let tokens = SwiftTokens.all(of: code).filter { $0.token != .space }
    return tokens.indices.compactMap { index in
      guard case .string(let literal) = tokens[index].token,
        let text = content(of: literal)
      else { return nil }
      return StringLiteral(text: text, line: tokens[index].line, isRead: isRead(tokens, index))
    }
  }

  /// Whether the text can be a file name: it is relative and contains a slash or a dot.
  var isFileName: Bool { !text.hasPrefix("/") && (text.contains("/") || text.contains(".")) }

  /// Returns the value of a literal; nil if it has an interpolation or several lines.
  private static func content(of literal: String) -> String? {
    guard !literal.hasPrefix("\"\"\"") else { return nil }
    let isRaw = literal.hasPrefix("#")
    let text = literal.drop { $0 == "#" }.dropFirst()
      .prefix(upTo: literal.lastIndex(of: "\"") ?? literal.startIndex)
    if isRaw { return text.contains("\\#") ? nil : String(text) }
    let escapes = [
      "\\\"": "\"", "\\\\": "\\", "\\n": "\n", "\\t": "\t", "\\'": "'",
    ]
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "\\") {
      guard let plain = escapes[String(rest[start...].prefix(2))] else { return nil }
      result += rest[..<start] + plain
      rest = rest[start...].dropFirst(2)
    }
    return result + rest
  }

  /// The argument labels that name a file to read.
  private static let labels: Set<String> = [
    "atPath", "filePath", "fileURLWithPath", "contentsOfFile", "forReadingAtPath", "fileAtPath",
  ]

  private static func isRead(_ tokens: [(token: SwiftToken, line: Int)], _ index: Int) -> Bool {
    guard index >= 3 else { return false }
    guard case .word(let word) = tokens[index - 2].token else { return false }
    switch tokens[index - 1].token {
    case .other(":"): return labels.contains(word) && !isWritten(tokens, index)
    case .other("("): return word == "fopen"
    default: return false
    }
  }

  /// Whether the code around the argument shows that the file is written rather than read.
  private static func isWritten(_ tokens: [(token: SwiftToken, line: Int)], _ index: Int) -> Bool {
    let near = tokens[max(0, index - 8)..<min(index + 4, tokens.count)]
    return near.contains { token in
      guard case .word(let word) = token.token else { return false }
      return ["createFile", "createDirectory", "removeItem", "write", "to"].contains(word)
    }
  }
}
