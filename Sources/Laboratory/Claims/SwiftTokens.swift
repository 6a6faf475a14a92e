/// A piece of Swift's text, as far as finding calls needs it.
enum SwiftToken: Equatable {
  /// A word or a number.
  case word(String)
  /// A quotation with its marks.
  case quotation(String)
  /// Spaces, line ends and comments.
  case space
  /// Any other character.
  case other(Character)

  /// The text, a space for what does not matter.
  var text: String {
    switch self {
    case .word(let text), .quotation(let text): text
    case .space: " "
    case .other(let character): String(character)
    }
  }

  /// 1 for a bracket that opens, −1 for one that closes, 0 for all else.
  var nesting: Int {
    switch self {
    case .other("("), .other("["), .other("{"): 1
    case .other(")"), .other("]"), .other("}"): -1
    default: 0
    }
  }
}

/// Takes Swift's text apart.
struct SwiftTokens {
  private let text: [Character]
  private var position = 0
  private var line = 0

  /// The tokens of some code, each with its line from 0.
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

  private func stands(_ word: String) -> Bool { text[position...].starts(with: word) }

  private mutating func advance(_ count: Int = 1) {
    for character in text[position...].prefix(count) where character.isNewline { line += 1 }
    position = min(position + count, text.count)
  }

  private mutating func advance(while condition: (Character) -> Bool) {
    while position < text.count, condition(text[position]) { advance() }
  }

  private mutating func next() -> SwiftToken {
    let start = position
    if stands("//") {
      advance(while: { !$0.isNewline })
      return .space
    } else if stands("/*") {
      skipComment()
      return .space
    } else if text[position].isWhitespace {
      advance(while: \.isWhitespace)
      return .space
    } else if isWordCharacter(text[position]) {
      advance(while: isWordCharacter)
      return .word(String(text[start..<position]))
    } else if let hashes = hashesOfQuotation {
      skipQuotation(hashes)
      return .quotation(String(text[start..<position]))
    }
    advance()
    return .other(text[start])
  }

  /// Comments nest.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        advance(2)
      } else if stands("*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < text.count
  }

  /// How many `#` a quotation that begins here has; nil where none begins.
  private var hashesOfQuotation: Int? {
    let hashes = text[position...].prefix { $0 == "#" }.count
    return text.dropFirst(position + hashes).first == "\"" ? hashes : nil
  }

  private mutating func skipQuotation(_ hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    advance(hashes)
    let mark = stands("\"\"\"") ? "\"\"\"" : "\""
    advance(mark.count)
    while position < text.count, !stands(mark + fence) {
      if stands("\\\(fence)(") {
        advance(hashes + 1)
        skipInterpolation()
      } else if stands("\\\(fence)") {
        advance(hashes + 2)
      } else if mark.count == 1, text[position].isNewline {
        return  // it is never closed, which the compiler will say
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
