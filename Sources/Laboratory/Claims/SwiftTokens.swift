/// A token of Swift source, as far as finding calls requires.
enum SwiftToken: Equatable {
  /// A word or a number.
  case word(String)
  /// A string literal with its delimiters.
  case string(String)
  /// White space or a comment.
  case space
  /// Any other character.
  case other(Character)

  /// The source of the token; a single space for white space and comments.
  var text: String {
    switch self {
    case .word(let text), .string(let text): text
    case .space: " "
    case .other(let character): String(character)
    }
  }

  /// 1 for an opening bracket, −1 for a closing one, 0 for other tokens.
  var nesting: Int {
    switch self {
    case .other("("), .other("["), .other("{"): 1
    case .other(")"), .other("]"), .other("}"): -1
    default: 0
    }
  }
}

/// Splits Swift source into tokens.
struct SwiftTokens {
  private let text: [Character]
  private var position = 0
  private var line = 0

  /// Returns the tokens of some code, each with its line from 0.
  static func all(of code: String) -> [(token: SwiftToken, line: Int)] {
    var tokens = SwiftTokens(text: Array(code))
    var all: [(token: SwiftToken, line: Int)] = []
    while tokens.position < tokens.text.count {
      let line = tokens.line
      all.append((tokens.next(), line))
    }
    return all
  }

  private init(text: [Character]) { self.text = text }

  private func hasPrefix(_ word: String) -> Bool { text[position...].starts(with: word) }

  private mutating func advance(_ count: Int = 1) {
    for character in text[position...].prefix(count) where character.isNewline { line += 1 }
    position = min(position + count, text.count)
  }

  private mutating func advance(while condition: (Character) -> Bool) {
    while position < text.count, condition(text[position]) { advance() }
  }

  private mutating func next() -> SwiftToken {
    let start = position
    if hasPrefix("//") {
      advance(while: { !$0.isNewline })
      return .space
    } else if hasPrefix("/*") {
      skipComment()
      return .space
    } else if text[position].isWhitespace {
      advance(while: \.isWhitespace)
      return .space
    } else if isWordCharacter(text[position]) {
      advance(while: isWordCharacter)
      return .word(String(text[start..<position]))
    } else if let hashes = rawStringHashes {
      skipString(hashes)
      return .string(String(text[start..<position]))
    }
    advance()
    return .other(text[start])
  }

  /// Skips a comment, in which others can be nested.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if hasPrefix("/*") {
        depth += 1
        advance(2)
      } else if hasPrefix("*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < text.count
  }

  /// The number of `#` of a string literal that starts here; nil if none does.
  private var rawStringHashes: Int? {
    let hashes = text[position...].prefix { $0 == "#" }.count
    return text.dropFirst(position + hashes).first == "\"" ? hashes : nil
  }

  private mutating func skipString(_ hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    advance(hashes)
    let mark = hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    advance(mark.count)
    while position < text.count, !hasPrefix(mark + fence) {
      if hasPrefix("\\\(fence)(") {
        advance(hashes + 1)
        skipInterpolation()
      } else if hasPrefix("\\\(fence)") {
        advance(hashes + 2)
      } else if mark.count == 1, text[position].isNewline {
        return  // unclosed: the compiler reports it
      } else {
        advance()
      }
    }
    advance(mark.count + hashes)
  }

  private mutating func skipInterpolation() {
    var depth = 0
    repeat { depth += next().nesting } while depth > 0 && position < text.count
  }
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_" || character == "`"
}
