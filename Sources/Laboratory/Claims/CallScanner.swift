/// Finds calls of a function in Swift source, outside comments and string literals.
struct CallScanner {
  /// A call in the source.
  struct Call {
    /// The line of the name, from 0.
    var line: Int
    /// The source of the arguments, without surrounding white space.
    var arguments: [String]
  }

  private let tokens: [(token: SwiftToken, line: Int)]

  init(_ code: String) { tokens = SwiftTokens.all(of: code) }

  /// Returns the calls of the function `name`, in order.
  func calls(of name: String) -> [Call] {
    tokens.indices.compactMap { index in
      guard tokens[index].token == .word(name), !isMemberOrDeclared(index),
        let arguments = arguments(from: index + 1)
      else { return nil }
      return Call(line: tokens[index].line, arguments: arguments)
    }
  }

  /// Whether the name is a member of something else, or is being declared.
  private func isMemberOrDeclared(_ index: Int) -> Bool {
    let before = tokens[..<index].last { $0.token != .space }?.token
    return before == .other(".") || before == .word("func")
  }

  /// Returns the arguments in parentheses that open at `start`; nil if none open or they never
  /// close.
  private func arguments(from start: Int) -> [String]? {
    guard tokens.indices.contains(start), tokens[start].token == .other("(") else { return nil }
    var arguments = [""]
    var depth = 1
    for (token, _) in tokens[(start + 1)...] {
      depth += token.nesting
      if depth == 0 { return arguments.map { $0.trimming(while: \.isWhitespace) } }
      if depth == 1, token == .other(",") {
        arguments.append("")
      } else {
        arguments[arguments.count - 1] += token.text
      }
    }
    return nil
  }
}

extension String {
  fileprivate func trimming(while condition: (Character) -> Bool) -> String {
    let start = drop(while: condition)
    return start.lastIndex { !condition($0) }.map { String(start[...$0]) } ?? ""
  }
}
