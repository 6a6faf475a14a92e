/// Finds the calls of a function in Swift's text, outside comments and quotations.
struct CallScanner {
  /// A call as it is written.
  struct Call {
    /// The line, from 0, on which the name stands.
    var line: Int
    /// What stands between the commas, without the space around it.
    var arguments: [String]
  }

  private let tokens: [(token: SwiftToken, line: Int)]

  init(_ code: String) { tokens = SwiftTokens.all(of: code) }

  /// The calls of the function `name`, in order.
  func calls(of name: String) -> [Call] {
    tokens.indices.compactMap { index in
      guard tokens[index].token == .word(name), !isMemberOrDeclared(index),
        let arguments = arguments(from: index + 1)
      else { return nil }
      return Call(line: tokens[index].line, arguments: arguments)
    }
  }

  /// Whether the name is another thing's member, or one that is being declared.
  private func isMemberOrDeclared(_ index: Int) -> Bool {
    let before = tokens[..<index].last { $0.token != .space }?.token
    return before == .other(".") || before == .word("func")
  }

  /// What stands between brackets that open at `start`; nil where none do or they never close.
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
