package import Lessons

extension Lesson {
  /// Errors for claims whose value is a literal: they measure nothing.
  package var literalClaims: [Diagnostic] {
    cells.filter { $0.options.error == nil }.flatMap { cell in
      LiteralClaim.all(in: cell.code).map { claim in
        .error(
          .claim, Place(file: file, line: cell.codeLine + claim.line),
          "a claim of the literal \(claim.literal) measures nothing",
          help: "claim a value that the program has computed")
      }
    }
  }
}

/// A call of `claim` whose value is a literal, found in the source of the code.
///
/// Overloading cannot catch it: the overload for numbers would be preferred to one for literals.
package struct LiteralClaim: Equatable {
  /// The literal as written in the source.
  package var literal: String
  /// The line of the code, from 0, on which the call starts.
  package var line: Int

  /// Returns the literal claims of some code, in order.
  package static func all(in code: String) -> [LiteralClaim] {
    guard code.contains("claim(") else { return [] }
    return CallScanner(code).calls(of: "claim").compactMap { call in
      guard call.arguments.count > 1, let literal = literal(in: call.arguments[1]) else {
        return nil
      }
      return LiteralClaim(literal: literal, line: call.line)
    }
  }

  private static func literal(in argument: String) -> String? {
    let value = argument.trimmingPrefix(/holds\s*:\s*/)
    let number = /[-+]?(0[xob])?[0-9][0-9A-Fa-f_]*(\.[0-9A-Fa-f_]+)?([eEpP][-+]?[0-9]+)?/
    let isLiteral = value.wholeMatch(of: number) != nil || ["true", "false", "nil"].contains(value)
    return isLiteral ? String(value) : nil
  }
}
