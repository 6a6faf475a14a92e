package import Lessons

extension Lesson {
  /// What reads a variable above the cell that makes it: the program would take a number there for 0.
  ///
  /// Only what runs on the spot is looked at, not what stands between braces, which may run later.
  package var earlyReadings: [Diagnostic] {
    sessions.flatMap { session -> [Diagnostic] in
      let steps = steps.filter { $0.session == session && !$0.isCompiledApart }
      let makers = steps.flatMap { step in
        Variables(step.code).made.map { ($0.name, step.firstLine + $0.line) }
      }
      let lines = Dictionary(makers) { first, _ in first }
      return steps.flatMap { step in
        let variables = Variables(step.code)
        return variables.read.compactMap { name, line -> Diagnostic? in
          guard let maker = lines[name], maker > step.lastLine else { return nil }
          return .readsEarly(
            name, at: Place(file: file, line: step.firstLine + line), madeAt: maker)
        }
      }
    }
  }
}

/// The variables that a piece of a program makes and reads outside braces, each with its line from 0.
private struct Variables {
  private(set) var made: [(name: String, line: Int)] = []
  private(set) var read: [(name: String, line: Int)] = []
  private let tokens: [(token: SwiftToken, line: Int)]

  init(_ code: String) {
    tokens = SwiftTokens.all(of: code).filter { $0.token != .space }
    var (braces, depth, place) = (0, 0, 0)
    while place < tokens.count {
      let (token, line) = tokens[place]
      braces += token == .other("{") ? 1 : token == .other("}") ? -1 : 0
      depth += token.nesting
      place += 1
      guard braces == 0, let word = token.word else { continue }
      if ["let", "var", "for"].contains(word) {
        let pattern = pattern(from: place)
        let isStatement = depth == 0 && word != "for" && !isCondition(place - 1)
        if isStatement { made += pattern.names.map { ($0, line) } }
        place += pattern.length
      } else if !isMemberOrLabel(place - 1), !read.contains(where: { $0.name == word }) {
        read.append((word, line))
      }
    }
  }

  private func token(_ place: Int) -> SwiftToken? {
    tokens.indices.contains(place) ? tokens[place].token : nil
  }

  /// The names that a declaration binds, `a` or those of `(a, b)`, and of how many tokens it consists.
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
