package import Lessons

extension Lesson {
  /// Errors for variables that are used above the cell that declares them: a number would be 0
  /// there.
  ///
  /// Code in braces is ignored, since it can run later.
  package var usesBeforeDeclaration: [Diagnostic] {
    sessions.flatMap { session -> [Diagnostic] in
      let steps = steps.filter { $0.session == session && !$0.isCompiledSeparately }
      let declarations = steps.flatMap { step in
        Variables(step.code).declared.map { ($0.name, step.firstLine + $0.line) }
      }
      let lines = Dictionary(declarations) { first, _ in first }
      return steps.flatMap { step in
        let variables = Variables(step.code)
        return variables.used.compactMap { name, line -> Diagnostic? in
          guard let declaration = lines[name], declaration > step.lastLine else { return nil }
          return .usedBeforeDeclaration(
            name, at: Place(file: file, line: step.firstLine + line), declaredAt: declaration)
        }
      }
    }
  }
}

/// The variables that some code declares and uses outside braces, each with its line from 0.
private struct Variables {
  private(set) var declared: [(name: String, line: Int)] = []
  private(set) var used: [(name: String, line: Int)] = []
  private let tokens: [(token: SwiftToken, line: Int)]

  init(_ code: String) {
    tokens = SwiftTokens.all(of: code).filter { $0.token != .space }
    var braces = 0
    var depth = 0
    var place = 0
    while place < tokens.count {
      let (token, line) = tokens[place]
      braces += token == .other("{") ? 1 : token == .other("}") ? -1 : 0
      depth += token.nesting
      place += 1
      guard braces == 0, let word = token.word else { continue }
      if ["let", "var", "for"].contains(word) {
        let pattern = pattern(from: place)
        let isStatement = depth == 0 && word != "for" && !isCondition(place - 1)
        if isStatement { declared += pattern.names.map { ($0, line) } }
        place += pattern.length
      } else if !isMemberOrLabel(place - 1), !used.contains(where: { $0.name == word }) {
        used.append((word, line))
      }
    }
  }

  private func token(_ place: Int) -> SwiftToken? {
    tokens.indices.contains(place) ? tokens[place].token : nil
  }

  /// The names that a pattern binds, such as `a` or `(a, b)`, and the number of its tokens.
  private func pattern(from start: Int) -> (names: [String], length: Int) {
    guard token(start) == .other("(") else { return (token(start)?.word.map { [$0] } ?? [], 1) }
    let end = (start..<tokens.count).first { token($0) == .other(")") } ?? tokens.count - 1
    let names = (start..<end).compactMap { token($0 + 1) == .other(":") ? nil : token($0)?.word }
    return (names, end - start + 1)
  }

  private func isCondition(_ place: Int) -> Bool {
    let openers: [SwiftToken] = [
      .word("if"), .word("guard"), .word("while"), .word("case"), .other(","),
    ]
    return token(place - 1).map(openers.contains) ?? false
  }

  private func isMemberOrLabel(_ place: Int) -> Bool {
    token(place - 1) == .other(".") || token(place + 1) == .other(":")
  }
}

extension SwiftToken {
  fileprivate var word: String? {
    guard case .word(let word) = self else { return nil }
    return word
  }
}
