/// A string literal in Swift's text, without interpolations.
struct CodeString: Equatable {
  /// What it holds.
  var text: String
  /// The line of the code, from 0.
  var line: Int
  /// Whether it is the argument of a call that reads a file.
  var isRead: Bool

  /// All that stand in some code, in order.
  static func all(in code: String) -> [CodeString] {
    let tokens = SwiftTokens.all(of: code).filter { $0.token != .space }
    return tokens.indices.compactMap { index in
      guard case .quotation(let quotation) = tokens[index].token,
        let text = content(of: quotation)
      else { return nil }
      return CodeString(text: text, line: tokens[index].line, isRead: isRead(tokens, index))
    }
  }

  /// Whether it may be the name of a file: not so a single word without an ending.
  var isFileName: Bool { !text.hasPrefix("/") && (text.contains("/") || text.contains(".")) }

  /// What a literal of one line holds; nil for an interpolation, and for one of several lines.
  private static func content(of quotation: String) -> String? {
    guard !quotation.hasPrefix("\"\"\"") else { return nil }
    let isRaw = quotation.hasPrefix("#")
    let text = quotation.drop { $0 == "#" }.dropFirst()
      .prefix(upTo: quotation.lastIndex(of: "\"") ?? quotation.startIndex)
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

  /// The labels of arguments that name a file to be read.
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

  /// Whether the words before the argument, or right behind it, say that the file is written.
  private static func isWritten(_ tokens: [(token: SwiftToken, line: Int)], _ index: Int) -> Bool {
    let near = tokens[max(0, index - 8)..<min(index + 4, tokens.count)]
    return near.contains { token in
      guard case .word(let word) = token.token else { return false }
      return ["createFile", "createDirectory", "removeItem", "write", "to"].contains(word)
    }
  }
}
